import { Component, type ErrorInfo, type ReactNode } from "react";
import { FailureScreen } from "./failure-screen.tsx";

interface RoomBoundaryProps {
  readonly onError: (detail: string) => void;
  readonly children: ReactNode;
}

/** Keeps a bug in one room from taking the window down; give it the room's address as `key`. */
export class RoomBoundary extends Component<RoomBoundaryProps, { readonly detail: string | null }> {
  override state: { readonly detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { readonly detail: string } {
    return { detail: String(error) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onError(`${error.stack ?? String(error)}${info.componentStack ?? ""}`);
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    return <FailureScreen failure={{ kind: "room", detail }} />;
  }
}
