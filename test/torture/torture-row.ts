/** What the torture of one goal of the reliability design gave; printed as one line and one JSON object. */
export interface TortureRow {
  readonly goal: number;
  readonly runs: number;
  readonly ok: boolean;
  /** What else was counted, such as `acknowledged` and `lost`, in the order of printing. */
  readonly figures: Readonly<Record<string, number>>;
}
