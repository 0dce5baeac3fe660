import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startAppearance } from './state/appearance.ts'

startAppearance()
createRoot(document.getElementById('root')!).render(<App />)
