import { Component, type ReactNode } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { FailureScreen } from './failure-screen';

/** The last net: outside the router, whatever fails still leaves a page with a way out. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly problem: Problem | null }> {
  override state: { readonly problem: Problem | null } = { problem: null };

  static getDerivedStateFromError(error: unknown) {
    return { problem: asProblem(error) };
  }

  override render() {
    return this.state.problem ? <FailureScreen problem={this.state.problem} /> : this.props.children;
  }
}
