import type { shell } from "../../i18n/zh-CN/shell.ts";

/** Name of a command; menu, keys and palette speak of the same ones. */
export type CommandId = keyof (typeof shell)["commands"];

/** A command as it stands now: with a reason it is shown but cannot be chosen. */
export interface Command {
  readonly id: CommandId;
  readonly label: string;
  /** Present on a choice (theme, language): whether it is in force. */
  readonly checked?: boolean | undefined;
  readonly disabledReason?: string | undefined;
  readonly run: () => void;
}

/** All commands by name. */
export type Commands = Readonly<Record<CommandId, Command>>;
