/** Light or dark, after "as the system" has been resolved. */
export type ThemeName = "light" | "dark";

/** The colours of the interface by name; tokens.css holds the same values as custom properties. */
export interface Tokens {
  readonly bg: string;
  readonly surface: string;
  readonly sunken: string;
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly control: string;
  readonly text1: string;
  readonly text2: string;
  readonly text3: string;
  readonly accent: string;
  readonly accentWeak: string;
  readonly onAccent: string;
  readonly inherited: string;
  readonly override: string;
  readonly overrideWeak: string;
  readonly error: string;
  readonly errorWeak: string;
  readonly warn: string;
  readonly warnWeak: string;
  readonly note: string;
  readonly noteWeak: string;
  readonly mark: string;
  /** Series colours in order: baseline, floor, stretch, fourth, and two that serve as fills only. */
  readonly c1: string;
  readonly c2: string;
  readonly c3: string;
  readonly c4: string;
  readonly c5: string;
  readonly c6: string;
  /** Ground of projected years. */
  readonly projected: string;
}

/** Font stack of the interface, installed fonts first, the bundled one last. */
export const FONT_UI =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Noto Sans SC Variable", sans-serif';

/** Sizes in px that grid and charts share with the shell. */
export const SIZES = {
  row: 28,
  gridHeader: 40,
  control: 26,
  small: 12,
  body: 13,
  title: 14,
  room: 16,
} as const;

/** All colours of both themes. */
export const TOKENS: Readonly<Record<ThemeName, Tokens>> = {
  light: {
    bg: "#f4f5f7",
    surface: "#ffffff",
    sunken: "#eceef1",
    hover: "#f0f2f4",
    line: "#dde1e6",
    lineStrong: "#b6bec8",
    control: "#7c8795",
    text1: "#1a212b",
    text2: "#4a5563",
    text3: "#5c6775",
    accent: "#0b6570",
    accentWeak: "#e2f0f1",
    onAccent: "#ffffff",
    inherited: "#5c6775",
    override: "#1f4fcc",
    overrideWeak: "#eaf0ff",
    error: "#b3261e",
    errorWeak: "#fdecea",
    warn: "#8a4d00",
    warnWeak: "#fdf3e1",
    note: "#52606f",
    noteWeak: "#eef1f4",
    mark: "#fff1b8",
    c1: "#12355b",
    c2: "#8e3512",
    c3: "#157a82",
    c4: "#bd7f17",
    c5: "#7fb2d9",
    c6: "#e3cba6",
    projected: "#f3f5f8",
  },
  dark: {
    bg: "#12161b",
    surface: "#191e25",
    sunken: "#212831",
    hover: "#222933",
    line: "#2e3742",
    lineStrong: "#4a5562",
    control: "#758291",
    text1: "#e4e8ed",
    text2: "#b3bcc7",
    text3: "#97a2b0",
    accent: "#5fc4ce",
    accentWeak: "#163238",
    onAccent: "#0e1318",
    inherited: "#97a2b0",
    override: "#8fb4ff",
    overrideWeak: "#1b2740",
    error: "#ff8a80",
    errorWeak: "#3a1d1d",
    warn: "#f0b45a",
    warnWeak: "#35290f",
    note: "#a9b4c1",
    noteWeak: "#232b34",
    mark: "#5a4a12",
    c1: "#e4e8ed",
    c2: "#e58a5c",
    c3: "#5fc4ce",
    c4: "#f2c66d",
    c5: "#6c93c9",
    c6: "#8a6d4a",
    projected: "#1e252e",
  },
};
