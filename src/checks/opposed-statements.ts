/** Two statements that cannot both hold of one registrant, in the forms that leave no doubt. */
export interface OpposedStatements {
  /** What they disagree on, for messages: "whether there are processes". */
  readonly subject: string
  /** Words in lower case: a sentence that does not hold one of each list denies nothing, and is passed over at once. */
  readonly marks: readonly (readonly string[])[]
  readonly denies: RegExp
  readonly states: RegExp
}

const REGISTRANT =
  '(?:we|the (?:company|registrant|bank|trust|fund|partnership|corporation|group)|our company)'
const OUR = "(?:our|its|the company[’']?s|the registrant[’']?s)"
const NOW = '(?:\\s+(?:currently|presently|yet|also|at present|at this time))*'
const HAVE_NOT = `(?:do(?:es)? not${NOW} (?:have|maintain)|ha(?:s|ve) no|ha(?:s|ve) not${NOW} (?:adopted|implemented|established|developed))`
/** How what {@link HAVE_NOT} finds begins. */
const HAVE_NOT_MARKS = [
  ...['have', 'maintain', 'adopted', 'implemented', 'established', 'developed'],
  ...['currently', 'presently', 'yet', 'also', 'at'],
]
  .map(next => `not ${next}`)
  .concat('has no', 'have no')
const CYBER = '(?:cyber-?security|cyber security|information security)'
const PROGRAM = '(?:polic(?:y|ies)|process(?:es)?|programs?|programmes?|procedures?|framework)'
/** A body of the board by its name, or "the Committee". */
const BOARD_COMMITTEE = `(?:the|${OUR}) (?:(?:audit|risk|nominating|governance|compensation|technology|cybersecurity|compliance)(?: (?:and|&) [a-z]+(?: [a-z]+)?)? )?committee`
const OVERSEES =
  '(?:oversees|is (?:primarily )?responsible for (?:the )?(?:oversight|overseeing)|has (?:primary )?(?:responsibility for (?:the )?)?(?:oversight|overseeing))'
const OUTSIDE = '(?:third-party|third party|external|outside|independent)'
const OUTSIDERS =
  '(?:consult(?:ants|ancy|ing firms?)|assessors?|auditors?|experts?|firms?|advis[eo]rs?|specialists?)'

/**
 * A pair is kept narrow: a denial with a bound ("no formal policy", "no committee for cybersecurity alone") leaves room
 * for the other statement and is not among them.
 */
export const OPPOSED: readonly OpposedStatements[] = [
  {
    subject: 'whether there is such a program',
    marks: [
      ['program', 'polic', 'process', 'procedure', 'framework'],
      HAVE_NOT_MARKS,
      ['cyber', 'information security', 'processes'],
    ],
    denies: new RegExp(
      `\\b${HAVE_NOT} (?:(?:any |an? |its own |our own )?${CYBER} (?:risk )?(?:management )?${PROGRAM}\\b(?! (?:that|which|to|for the|covering|specific|dedicated))|(?:any )?processes (?:for|to) (?:assess|identify|manag)\\w*(?![^.;]*\\bthird))`,
      'i',
    ),
    states: new RegExp(
      `\\b${OUR} (?:own )?(?:${CYBER} (?:risk )?(?:management )?(?:strategy and )?${PROGRAM}|processes (?:for|to) (?:assess|identify|manag)\\w*)\\b`,
      'i',
    ),
  },
  {
    subject: 'whether the board has committees',
    marks: [['committee'], ['has no ', 'have no ', 'not have ']],
    denies:
      /\b(?:has|have) no (?:standing |board |separate )?committees\b|\b(?:does|do) not have (?:any |standing |board )+committees?\b(?! (?:dedicated|exclusively|focused|solely|specifically|that|which|responsible|with|for|charged|to))/i,
    states: new RegExp(
      `\\b${BOARD_COMMITTEE} (?:of (?:the|our) board(?: of directors)? )?(?:${OVERSEES}|receives|reviews|meets|is informed|is updated)\\b`,
      'i',
    ),
  },
  {
    subject: 'whether a committee oversees',
    marks: [['committee'], ['not delegated', 'no committee', 'no subcommittee']],
    denies:
      /\b(?:has|have) not delegated (?:the |this |that |such |its )?(?:oversight|responsibility)[^.;]{0,60}\bto (?:a|any) (?:board )?(?:committee|subcommittee)\b|\bno (?:committee|subcommittee)(?: of (?:the|our) board(?: of directors)?)? (?:oversees|is responsible for|has been (?:charged|tasked|assigned))/i,
    states: new RegExp(
      `\\b${BOARD_COMMITTEE} (?:of (?:the|our) board(?: of directors)? )?${OVERSEES}[^.;]{0,80}\\b(?:cyber|information security)`,
      'i',
    ),
  },
  {
    subject: 'whether third parties are engaged',
    marks: [['any assessors', 'any third']],
    denies: new RegExp(
      `\\b${REGISTRANT} (?:do(?:es)? not|have not|has not)${NOW} (?:engaged?|retain(?:ed)?|used?) any (?:assessors, consultants,? (?:auditors,? )?(?:or|and) other )?third[- ]parties\\b(?! (?:to|for))`,
      'i',
    ),
    states: new RegExp(
      `\\b(?:we|the company)(?: (?:also|currently|regularly|periodically|routinely))? (?:engages?|retains?|uses?|employs?|works? with) (?:(?:an?|several|various|qualified|leading|our) ){0,3}${OUTSIDE} (?:[\\w-]+ ){0,2}${OUTSIDERS}\\b`,
      'i',
    ),
  },
  {
    subject: 'whether there is insurance',
    marks: [['insurance'], ['not', 'has no', 'have no']],
    denies: new RegExp(
      `\\b${REGISTRANT} (?:do(?:es)? not${NOW} (?:have|maintain|carry|hold)|ha(?:s|ve) no) (?:any )?(?:cyber|cybersecurity)[\\w -]{0,25} ?insurance\\b`,
      'i',
    ),
    states: new RegExp(
      `\\b${REGISTRANT}(?: also)? (?:maintains?|carr(?:y|ies)|hold?s|ha(?:ve|s)|ha(?:ve|s) (?:purchased|obtained)) (?:an? )?(?:cyber|cybersecurity)[\\w -]{0,25} ?insurance\\b`,
      'i',
    ),
  },
  {
    subject: 'whether there is such an officer',
    marks: [['chief information security officer', 'ciso']],
    denies:
      /\b(?:do(?:es)? not (?:currently )?(?:have|employ)|ha(?:s|ve) (?:no|not appointed|not designated)) (?:an? )?(?:chief information security officer|CISO)\b/i,
    states: new RegExp(
      `\\b(?:the|${OUR}) (?:chief information security officer|CISO)(?: \\(["“”]?CISO["“”]?\\))?,? (?:is|has|leads|reports|oversees|provides|manages|meets|monitors|briefs)\\b`,
      'i',
    ),
  },
  {
    subject: 'whether there was an incident',
    marks: [['experienced', ' had ', 'been subject to', 'suffered', 'encountered']],
    denies:
      /\b(?:have|has) (?:not|never)(?: to date| previously)? (?:experienced|had|been subject to|suffered|encountered) (?:any |a )?(?:cyber-?security |cyber |data security |security )?(?:incidents?|cyber-?attacks?|breach(?:es)?|intrusions?)(?=[.;]|, (?:and|nor)\b|$| (?:to date|in the past|since|during|as of))/i,
    states:
      /\b(?:we|our|the company)[^.;,]{0,40}\b(?:experienced|suffered|was the victim of|were the victim of|fell victim to|detected|discovered) (?:an? )(?:[\w-]+ ){0,2}(?:cyber-?security (?:incident|breach|attack)|cyber-?attack|ransomware attack|ransomware incident|data breach|security breach|phishing attack|unauthori[sz]ed access)\b/i,
  },
]

/** What takes a statement back: a condition, a plan, a bound of time, or that it is made of others. */
export const QUALIFIED =
  /\b(?:may(?! \d)|might|could|would|will|if|should|unless|until|plans?|intends?|expects?|future|where necessary|as needed|if any|formal|written|adviser|advisor|sponsor|manager|parent|subsidiar\w+|material\w*|significant\w*|vendors?|providers?|prior to|before|formerly|previously|at the time|other than|except)\b/i
