import type { MessageBoxOptions } from "electron";
import type { Risk } from "#bridge/risk.ts";
import type { CloseAnswer } from "./held-close.ts";
import type { MenuLocale } from "./menu-labels.ts";

interface Words {
  readonly message: string;
  /** What is at risk, and what closing does to it. */
  readonly detail: Readonly<Record<Risk, string>>;
  readonly buttons: Readonly<Record<CloseAnswer, string>>;
}

const WORDS: Readonly<Record<MenuLocale, Words>> = {
  "zh-CN": {
    message: "还有内容没有保存",
    detail: {
      "only-here":
        "数据库没有收下最近的修改，本机也没能替它保管，这些修改只在这个窗口里。请先在数据所在磁盘上腾出空间；关闭窗口，这些修改就没有了。",
      typed: "窗口里有已键入、尚未确定的文字。关闭窗口，这些文字就没有了。",
      storing: "修改正在写入磁盘，比平常慢。请稍等；现在关闭窗口，这些修改可能没有存下。",
    },
    buttons: { "when-saved": "保存后关闭", stay: "返回", close: "仍然关闭" },
  },
  en: {
    message: "Something is not saved yet",
    detail: {
      "only-here":
        "The database did not take your last changes, and the machine could not hold them either: they are in this window only. Make room on the disk with your data first; if the window closes, these changes are gone.",
      typed: "Text was typed in this window and not confirmed yet. If the window closes, this text is gone.",
      storing:
        "Changes are being written to the disk, which takes longer than usual. Please wait; if the window closes now, they may not be stored.",
    },
    buttons: { "when-saved": "Close when saved", stay: "Go back", close: "Close anyway" },
  },
};

/** What can be answered, by risk; typed text is saved by nobody but the planner. The safe answer comes first. */
function answersTo(risk: Risk): readonly CloseAnswer[] {
  return risk === "typed" ? ["stay", "close"] : ["when-saved", "stay", "close"];
}

/** A native question, and what its buttons mean by their place. */
export interface CloseQuestion {
  readonly options: MessageBoxOptions;
  readonly answers: readonly CloseAnswer[];
}

/** The question before a window closes with something to lose, in the planner's language. Enter takes the safe answer, Escape goes back. */
export function closeQuestion(risk: Risk, locale: MenuLocale): CloseQuestion {
  const { message, detail, buttons } = WORDS[locale];
  const answers = answersTo(risk);
  const options: MessageBoxOptions = {
    type: "warning",
    message,
    detail: detail[risk],
    buttons: answers.map((answer) => buttons[answer]),
    defaultId: 0,
    cancelId: answers.indexOf("stay"),
    noLink: true,
  };
  return { options, answers };
}
