import { Component, type ReactNode } from 'react'
import { PanelFailure } from './PanelFailure.tsx'

/** Keeps an error in one panel from taking the window with it. A class because React knows no other way. */
export class PanelBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    if (this.state.error === null) return this.props.children
    return <PanelFailure error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}
