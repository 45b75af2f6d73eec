import type { ReactNode } from "react";

const line = (d: string) => <path d={d} />;

/** 16 px line drawings; they take the colour of the text around them. */
const DRAWINGS = {
  library: line("M2.5 2.5h3v11h-3zM6.5 2.5h3v11h-3zM10.7 3l2.6-.6 2 10.6-2.6.5z"),
  grid: line("M2 3h12v10H2zM2 6.3h12M2 9.7h12M6 3v10"),
  compare: line("M2 3h5v10H2zM9 3h5v10H9zM3.8 6h1.4M3.8 8.5h1.4M10.8 6h1.4M10.8 8.5h1.4"),
  scenario: line("M2 8h3c3 0 3-4.5 6-4.5h2.5M5 8h8.5M5 8c3 0 3 4.5 6 4.5h2.5"),
  chart: line("M2 2v12h12M5 11V8M8 11V5M11 11V7"),
  history: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      {line("M8 4.8V8l2.4 1.5")}
    </>
  ),
  settings: (
    <>
      {line("M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7")}
      <circle cx="10.5" cy="4.5" r="1.6" />
      <circle cx="5.5" cy="11.5" r="1.6" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      {line("M10.2 10.2L14 14")}
    </>
  ),
  check: line("M3 8.5l3.2 3.2L13 4.8"),
  plus: line("M8 3v10M3 8h10"),
  copy: line("M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"),
  next: line("M2.5 8h9M8 4l4 4-4 4M14 3.5v9"),
  rename: line("M3 13l.7-2.8 7.6-7.6 2.1 2.1-7.6 7.6zM9.8 4.1l2.1 2.1"),
  trash: line("M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4"),
  import: line("M8 2v8M5 7.2L8 10l3-2.8M2.5 11v2.5h11V11"),
  export: line("M8 10V2M5 4.8L8 2l3 2.8M2.5 11v2.5h11V11"),
  close: line("M4 4l8 8M12 4l-8 8"),
  down: line("M4.5 6.5L8 10l3.5-3.5"),
  up: line("M4.5 9.5L8 6l3.5 3.5"),
  back: line("M13.5 8h-10M7.5 4l-4 4 4 4"),
  right: line("M6.5 4.5L10 8l-3.5 3.5"),
  open: line("M6 3H3v10h10v-3M9 3h4v4M13 3L7.5 8.5"),
  folder: line("M2 4h4.2l1.5 1.8H14V13H2z"),
  filter: line("M2 3.5h12L9.5 9v4l-3-1.5V9z"),
  lock: line("M4 7.5h8v6H4zM5.5 7.5V5.2a2.5 2.5 0 015 0v2.3"),
  undo: line("M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 010 7H6"),
  redo: line("M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 000 7H10"),
  window: line("M2 3h12v10H2zM2 6h12"),
  help: (
    <>
      <circle cx="8" cy="8" r="6" />
      {line("M6.2 6.4a1.8 1.8 0 113 1.3c-.7.6-1.2.9-1.2 1.8M8 11.4v.4")}
    </>
  ),
  error: (
    <>
      {line("M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z")}
      {line("M8 4.8v4M8 10.7v.8")}
    </>
  ),
  warn: (
    <>
      {line("M8 2l6.5 11.5h-13z")}
      {line("M8 6.3v3.4M8 11.2v.7")}
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="6" />
      {line("M8 7.3v4M8 4.6v.8")}
    </>
  ),
  block: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      {line("M4 12L12 4")}
    </>
  ),
  link: line("M6.5 9.5l3-3M7 4.5l1.3-1.3a3 3 0 014.3 4.3L11.3 9M9 11.5l-1.3 1.3a3 3 0 01-4.3-4.3L4.7 7"),
  flag: line("M4 14V2.5M4 3h8l-2 2.8L12 8.6H4"),
  page: line("M3.5 2h9v12h-9zM6 6h4M6 9h4"),
} as const satisfies Record<string, ReactNode>;

/** Name of a drawing. */
export type IconName = keyof typeof DRAWINGS;

interface IconProps {
  readonly name: IconName;
  /** Side in px; 16, or 14 beside small text. */
  readonly size?: 14 | 16;
  /** A name for screen readers; without it the icon is decoration. */
  readonly label?: string;
}

/** A line icon in the colour of its text. */
export function Icon({ name, size = 16, label }: IconProps) {
  const naming = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" {...naming}>
      {DRAWINGS[name]}
    </svg>
  );
}
