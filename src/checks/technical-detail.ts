import { isAnnual } from '../model/forms.js'
import type { Check } from './check.js'
import { whyNoIncident } from './incident-item.js'
import { aboutWords, occurrencesOf, type Pattern } from './occurrence.js'

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`

/** What leads a reader to one system, weakness or file. */
const IDENTIFIERS: readonly Pattern[] = [
  // A weakness by its number in the public list.
  { marks: ['CVE', 'cve'], pattern: /\bCVE[-–‑ ]?\d{4}[-–‑]\d{4,7}\b/gi },
  // An address on a network, also with its last dots defanged: 203.0.113[.]7.
  {
    marks: ['.'],
    pattern: new RegExp(String.raw`(?<![\d.])${OCTET}(?:\[?\.\]?${OCTET}){3}(?![\d.]*\d)`, 'g'),
  },
  // A fingerprint of a file: MD5, SHA-1, SHA-256.
  {
    marks: [...'abcdefABCDEF'],
    pattern:
      /\b(?=[a-f0-9]*[a-f])(?=[a-f0-9]*\d)(?:[a-f0-9]{64}|[a-f0-9]{40}|[a-f0-9]{32})\b|\b(?=[A-F0-9]*[A-F])(?=[A-F0-9]*\d)(?:[A-F0-9]{64}|[A-F0-9]{40}|[A-F0-9]{32})\b/g,
  },
  { marks: ['port', 'Port'], pattern: /\b(?:TCP|UDP|RDP|SSH|SMB)?(?:\/| )?[Pp]orts? \d{2,5}\b/g },
  // A path or a key of the registry.
  { marks: ['\\'], pattern: /\b(?:[A-Z]:|HK(?:LM|CU|EY_[A-Z_]+))(?:\\[\w .$-]+)+/g },
  // Equipment or software with its version: "firmware version 7.2.4".
  {
    marks: ['ersion', 'elease', ' v'],
    pattern:
      /\b(?:firmware|software|version|release|build) (?:version |release |build )?v?\d+\.\d+(?:\.\d+)*\b/gi,
  },
]

/** What is still open to whoever reads it. */
const WEAKNESSES: readonly Pattern[] = [
  { marks: ['npatched'], pattern: /\b(?:remains?|is|are|still) (?:currently |still )?unpatched\b/gi },
  {
    marks: ['not'],
    pattern:
      /\b(?:has|have|had|is|are) not (?:yet )?(?:been )?(?:patched|remediated|mitigated|closed|fixed)\b(?=[^.]{0,80}\b(?:vulnerabilit|weakness|flaw|access|server|firewall|gateway|system)|(?<=\b(?:vulnerabilit|weakness|flaw|server|firewall|gateway|system)[^.]{0,80}))/gi,
  },
  {
    marks: ['exploit'],
    pattern:
      /\b(?:vulnerabilit(?:y|ies)|weakness(?:es)?|flaws?) (?:that )?(?:can|could|may) still be exploited\b/gi,
  },
]

/**
 * Detail by which a response to an incident could be hindered: Instruction 4 to Item 1.05 says that a registrant need
 * not disclose it.
 */
export const technicalDetail: Check = {
  kind: 'technical-detail',
  outcomes: { identifier: ['context'], weakness: ['context'] },
  *run({ disclosure }) {
    if (isAnnual(disclosure.form) || whyNoIncident(disclosure) !== null) return
    for (const pattern of IDENTIFIERS)
      for (const { words } of occurrencesOf(pattern, disclosure)) yield aboutWords('identifier', words)
    for (const pattern of WEAKNESSES)
      for (const { words } of occurrencesOf(pattern, disclosure)) yield aboutWords('weakness', words)
  },
}
