/** Drafts of invented registrants, as a user of the command has them on disk. */

/** A 10-K item that says what the rule asks. */
export const GOOD_DRAFT = `---
form: 10-K
registrant: Tamarack Point Cold Storage, Inc.
periodOfReport: 2026-06-30
---

# Item 1C. Cybersecurity

## Risk management and strategy

We maintain processes for assessing, identifying and managing material risks from cybersecurity threats. Our security
team scans our warehouse and ordering systems for weaknesses every week, ranks what it finds by likelihood and effect,
and tracks each weakness until it is corrected. These processes are integrated into our overall enterprise risk
management system: the security team enters its findings in the enterprise risk register, which our Risk Council scores
with the same scale as all other risks and reviews every quarter.

We engage third-party consultants to test our defenses each year and an outside auditor to assess our cybersecurity
program every second year. We have processes to oversee and identify risks from cybersecurity threats associated with
our use of third-party service providers: we assess the security of each provider before we sign a contract and once a
year after that.

Risks from cybersecurity threats, including as a result of previous cybersecurity incidents, have not materially
affected us and are not reasonably likely to materially affect us, including our business strategy, results of
operations or financial condition.

## Governance

Our board of directors oversees risks from cybersecurity threats. The Audit Committee of the board is responsible for
the oversight of these risks. Our Chief Information Security Officer reports to the Audit Committee on cybersecurity
risks every quarter, and the Chair of the Audit Committee informs the full board.

Our Chief Information Security Officer is responsible for assessing and managing our material risks from cybersecurity
threats. She has 18 years of experience in information security, holds a master's degree in computer science and is a
Certified Information Systems Security Professional. The security operations team informs her of cybersecurity
incidents at once, and she monitors their prevention, detection, mitigation and remediation until they are closed.
`

/** The same item, half written: a blank, a bracket, and nothing on expertise. */
export const HALF_DRAFT = `---
form: 10-K
registrant: Tamarack Point Cold Storage, Inc.
periodOfReport: 2026-06-30
---

# Item 1C. Cybersecurity

We maintain processes for assessing, identifying and managing material risks from cybersecurity threats. [●] tests our
defenses each year.

Our board of directors oversees risks from cybersecurity threats. Our Chief Information Security Officer is responsible
for assessing and managing these risks.
`

/** A text of an item that does not say to which form it belongs. */
export const FORMLESS_TEXT = `Cybersecurity

We rely on our manager to protect our systems. Our board is told when something happens.
`

const record = (id: string, blocks: object): object => ({
  id,
  form: '20-F',
  registrant: 'Estuario Norte Logística S.A.',
  periodOfReport: '2025-12-31',
  flags: { thirdPartyEngaged: true },
  blocks,
})

/** Tagged facts, a line each; the second line is broken. */
export const SEASON = `${JSON.stringify(
  record('estuario-2025', {
    processes:
      'We have processes for assessing, identifying and managing material risks from cybersecurity threats, and we engage consultants to test them.',
  }),
)}
{"id": "cut-short", "form": "20-F", "blocks": {
${JSON.stringify(record('estuario-2026', { boardOversight: 'Our board of directors oversees risks from cybersecurity threats.' }))}
`

/** A file in the same folder that has nothing to do with it. */
export const README = `# Filing calendar

The draft is due to the printer on the second Monday of September. Ask Ines for the style guide.
`
