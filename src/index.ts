/**
 * The public interface of cydlint: what the command does, on strings, with no disk, clock or network.
 * docs/usage.md describes it with examples.
 */
export { type Checkable, type CheckOptions, check, checkRecord, type RecordReport } from './api/check.js'
export { type CompareOptions, compare } from './api/compare.js'
export { type Explanation, explain } from './api/explain.js'
export { type ComparisonFormatOptions, formatComparison } from './api/format-comparison.js'
export { type FormatOptions, formatReport } from './api/format-report.js'
export {
  type InspectedBlock,
  type InspectedCandidate,
  type InspectedDocument,
  type InspectedEvidence,
  type InspectedFlag,
  type Inspection,
  type InspectOptions,
  inspect,
} from './api/inspect.js'
export { loadRules } from './engine/catalogue.js'
export {
  defineRule,
  type RuleContext,
  type RuleDefinition,
  type RuleDisclosure,
  type RuleReport,
} from './engine/defined-rule.js'
export type {
  FiringExample,
  MeasuredPrecision,
  OutcomeText,
  RuleAspect,
  RuleAuthority,
  RuleChange,
  RuleExample,
  RuleFile,
  RuleForce,
} from './engine/rule.js'
export type { RequirementFile } from './evidence/requirement.js'
export type {
  Aspect,
  BlockChange,
  ComparedBlock,
  ComparedCoverage,
  ComparedFlag,
  ComparedPair,
  ComparedPassage,
  ComparedText,
  Comparison,
  CoverageChange,
  FlagChange,
  PassageChange,
  RedlinePart,
  StaleYear,
  UnpairedDocument,
} from './model/comparison.js'
export type { Assertion, CoverageStatus, Evidence, RequirementCoverage, Sentence } from './model/coverage.js'
export type { Block, FactOrigin, Flag, Place, View } from './model/disclosure.js'
export type {
  CoveragePlaces,
  DocumentText,
  FindingPlaces,
  TextFlag,
  TextPart,
  TextPlace,
  TextUnit,
} from './model/document-text.js'
export type { Confidence, NotChecked, Related, Severity } from './model/finding.js'
export type { Form, Item } from './model/forms.js'
export type { Glossary } from './model/glossary.js'
export type { OptionSchema, OptionValue, OptionValues, RuleOption } from './model/option.js'
export type { Prose, Unit, UnitKind } from './model/prose.js'
export type {
  DocumentHead,
  Passage,
  Report,
  ReportCoverage,
  ReportDocument,
  ReportError,
  ReportEvidence,
  ReportFinding,
  ReportIncidentAnswer,
  ReportSummary,
  ReportTool,
} from './model/report.js'
export type { Force, RequirementName } from './model/requirements.js'
export type { RuleLevel, RuleSetting, RuleSettings, SectionSettings, Settings } from './model/settings.js'
export type { Position, Span, TextSpan, WordSpan } from './model/span.js'
export type { Threshold } from './model/verdict.js'
export type { Input, InputKind } from './readers/input.js'
export type { ComparisonFormat } from './reporters/comparison/reporter.js'
export type { TextFormat as ReportFormat } from './reporters/formats.js'
