import type { ReactNode } from "react";

interface TagProps {
  /** Dashed for what may still change: 草案, 征求意见稿, 暂用. */
  readonly dashed?: boolean;
  readonly children: ReactNode;
}

/** A small framed word beside a name. */
export function Tag({ dashed = false, children }: TagProps) {
  return <span className={dashed ? "tag dashed" : "tag"}>{children}</span>;
}
