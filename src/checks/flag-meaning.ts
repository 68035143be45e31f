/** What each flag says when it is true and when it is false, as the end of a sentence. */
const MEANINGS: Readonly<Record<string, readonly [whenTrue: string, whenFalse: string]>> = {
  processesIntegrated: [
    'the processes are integrated into overall risk management',
    'the processes are not integrated into overall risk management',
  ],
  thirdPartyEngaged: [
    'assessors, consultants, auditors or other third parties are engaged in connection with the processes',
    'no assessors, consultants, auditors or other third parties are engaged in connection with the processes',
  ],
  thirdPartyOversight: [
    'there are processes to oversee and identify risks from third-party service providers',
    'there are no processes to oversee and identify risks from third-party service providers',
  ],
  materiallyAffected: [
    'risks from cybersecurity threats have materially affected the registrant or are reasonably likely to',
    'no risks from cybersecurity threats have materially affected the registrant or are reasonably likely to',
  ],
  positionsResponsible: [
    'management positions or committees are responsible for cybersecurity risks',
    'no management positions or committees are responsible for cybersecurity risks',
  ],
  positionsReportToBoard: [
    'those responsible report to the board of directors or a committee of it',
    'those responsible do not report to the board of directors or a committee of it',
  ],
}

/** What a flag says, as the end of a sentence: "the processes are integrated into overall risk management". */
export const flagMeaning = (name: string, value: boolean): string => MEANINGS[name]?.[value ? 0 : 1] ?? ''
