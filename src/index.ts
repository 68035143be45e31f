export { documentReport } from './api/document-report.js'
