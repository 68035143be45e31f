import { render } from 'preact'
import { App } from './app.js'
import { readRun } from './page.js'
import './style.css'

const root = document.getElementById('report')
if (root) render(<App run={readRun()} />, root)
