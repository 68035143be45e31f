import type { Evidence, RequirementCoverage } from '../model/coverage.js'

/**
 * What a sentence has to hold to answer a flag's question plainly. The evidence may credit a sentence for what its
 * neighbors say or leave open; to tell a filer that a flag is wrong or missing, one sentence has to say it by itself.
 */
interface PlainAnswer {
  readonly needs: readonly RegExp[]
  readonly unless?: RegExp
}

const OUTSIDER =
  /\b(?:assessors?|consult\w+|auditors?|audits?|experts?|advis[eo]rs?|firms?|specialists?|third[- ]?part\w*|external|independent|outside|MSS?P|providers?|vendors?)\b/i
const WARNING =
  /\b(?:no assurance|cannot (?:guarantee|assure)|we face|may be subject|could lead to|depend on the digital)\b/i

const YES: Readonly<Record<string, PlainAnswer>> = {
  processesIntegrated: {
    needs: [
      /\b(?:integrat|incorporat|embed|align|includ|component|element|factor|part of|within|consolidat|aspect|categor)\w*/i,
    ],
    unless:
      /\b(?:board|committee|directors)\b(?!.*(?:integrat|incorporat|embed))(?=.*\b(?:overs(?:ee|ight)|receiv|responsib))/i,
  },
  thirdPartyEngaged: {
    needs: [
      OUTSIDER,
      /\b(?:engag|retain|hir(?:e|ed|ing)|contract|us(?:e|es|ed|ing)\b|utili[sz]|work|partner|assist|rel(?:y|ies|ied)|leverag|employ|consult|outsourc|conduct|perform|test|assess|audit|evaluat|monitor|supervis|manage)\w*/i,
      /cyber|secur|penetration|risk|audit|assess|incident|\bIT\b|information technology|vulnerab|threat/i,
    ],
    unless:
      /\b(?:no assurance|we face|depend on the digital|to support our operations|technologies of third|products, services and components|validation of)\b/i,
  },
  thirdPartyOversight: {
    needs: [
      /\b(?:third[- ]?part\w*|vendors?|suppliers?|providers?|contractors?|subcontractors?|partners?)\b/i,
      /\b(?:overs(?:ee|ight)|assess|evaluat|review|diligence|monitor|manag|requir|identif|audit|questionnaire|agreement|vet|screen|select|process|polic|obligat)\w*/i,
    ],
    unless: WARNING,
  },
  materiallyAffected: {
    needs: [/material|significant/i],
    unless: /\b(?:may|could|might|if|should|would|not|no|none|nor|neither|immaterial)\b|non-material/i,
  },
  positionsResponsible: {
    needs: [
      /\b(?:officers?|chief|president|director|head|manager|counsel|controller|treasurer|secretary|lead|administrator|executives?|[A-Z]{1,3}[IEFTSROC]O|ISO|team|committee|council|member)\b/i,
    ],
    unless: /\b(?:directly and )?through its committees\b/i,
  },
  positionsReportToBoard: {
    needs: [
      /\b(?:board|committees?|directors|trustees?)\b/i,
      /\b(?:report|brief|updat|inform|present|notif|advis|communicat|appris|discuss|escalat|meet|provid|review|interact)\w*/i,
    ],
    unless: /\bare (?:also )?encouraged to\b/i,
  },
}

const DENIAL = /\b(?:not|no|none|never|neither|nor|without|unaware|solely|internally|cannot)\b|n[’']t\b/i

/** A denial of material effect speaks of effects, or of incidents that would be material. */
const EFFECT = /affect|impact|effect|incident|breach|attack|threat|risk|impair|harm|disrupt|advers/i

const PLAN =
  /\b(?:intends? to|plans? to|in discussions with|following the completion of|once (?:we|the company))\b/i

const isPlain = (
  flag: string,
  status: RequirementCoverage['status'],
  { sentence: { text }, assertion }: Evidence,
): boolean => {
  if (status === 'negated') return DENIAL.test(text)
  if (status === 'not-affected') return DENIAL.test(text) && EFFECT.test(text)
  const answer = YES[flag]
  if (assertion === 'planned' || PLAN.test(text)) return false
  return !answer || (answer.needs.every(need => need.test(text)) && !answer.unless?.test(text))
}

/** The sentences that answer a flag's question by themselves, yes or no, strongest first. */
export const plainAnswers = (flag: string, { status, evidence }: RequirementCoverage): readonly Evidence[] =>
  evidence.filter(each => isPlain(flag, status, each))
