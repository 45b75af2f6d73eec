import type { Disk } from "./disk.ts";
import type { Capabilities, OpenKind, SaveRequest, Settings } from "#bridge/desktop-bridge.ts";

/** What a shell gives the host: places, the clock, and the abilities that only a window system has. */
export interface HostOptions {
  readonly shell: Capabilities["shell"];
  readonly version: string;
  /** A folder that was prepared and locked for this process. */
  readonly dataFolder: string;
  /** Where exports go while the planner has chosen nothing; without it 五年 in the user's Documents folder. */
  readonly exportFolder?: string;
  /** A folder laid out like the package @fontsource/noto-sans-sc. */
  readonly fontsFolder: string;
  /** The language of a first start. */
  readonly locale: Settings["locale"];
  readonly clock: () => Date;
  /** What journal, backups, settings and exports are written to; without it the machine's own disk. */
  readonly disk?: Disk;
  /** A native save dialog: the chosen path, or `null` when it was closed. `null` where the shell has none. */
  readonly chooseSavePath:
    | ((suggestion: { readonly path: string; readonly kind: SaveRequest["kind"] }) => Promise<string | null>)
    | null;
  /** A native dialog for files to open: the chosen paths, or `null` when it was closed. `null` where the shell has none. */
  readonly chooseOpenPaths: ((kinds: readonly OpenKind[]) => Promise<readonly string[] | null>) | null;
  /** A native folder dialog that opens in `current`. `null` where the shell has none. */
  readonly chooseFolder: ((current: string) => Promise<string | null>) | null;
  /** Shows a file in the file manager. `null` where there is none. */
  readonly reveal: ((path: string) => Promise<void>) | null;
  /** Prints the window with this title; `null` where there is none. */
  readonly printPdf: (title: string) => Promise<Uint8Array | null>;
  /** Opens a further window; rejects when it cannot. */
  readonly openWindow: () => Promise<void>;
  /** Copies the page's database aside and empties it in the browser; rejects when either cannot be. Resolves to whether there was anything to copy. */
  readonly emptyDatabase: () => Promise<boolean>;
}
