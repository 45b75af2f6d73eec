import { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { tidyBlocks } from "#core/command/edit-narrative.ts";
import type { IndicatorReference, NarrativeBlock } from "#core/narrative/narrative.ts";
import { sameValue } from "#core/same-value.ts";
import { fromContent, toContent } from "./text-content.ts";
import { textExtensions } from "./text-extensions.ts";

/** How long nothing is typed before what was typed is kept, in milliseconds. */
const PAUSE = 600;

interface TextEditorParts {
  readonly label: string;
  readonly placeholder: string;
  /** What stands where a reference has lost what it spoke of. */
  readonly lost: string;
  readonly blocks: readonly NarrativeBlock[];
  readonly say: (reference: IndicatorReference) => string | null;
  /** Keeps what is written now. */
  readonly onWrite: (blocks: readonly NarrativeBlock[]) => void;
  /** The page goes away with this typed and not kept. */
  readonly onLeaving: (blocks: readonly NarrativeBlock[]) => void;
}

/** The editor with what it held when it was last kept, and whether something has been typed since. */
interface Held {
  blocks: readonly NarrativeBlock[];
  waiting: ReturnType<typeof setTimeout> | null;
}

/**
 * An editor in an element. What is typed is kept at each pause, and when the focus or the view goes; what comes from elsewhere (an undo of
 * the plan, another window) is shown at once, unless something is being typed. References say what the table says.
 */
export function useTextEditor(element: RefObject<HTMLElement | null>, parts: TextEditorParts): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [drawn] = useState(() => new Set<() => void>());
  const held = useRef<Held>({ blocks: parts.blocks, waiting: null });
  const write = useEffectEvent((blocks: readonly NarrativeBlock[]) => parts.onWrite(blocks));
  const leave = useEffectEvent((blocks: readonly NarrativeBlock[]) => parts.onLeaving(blocks));
  const say = useEffectEvent((reference: IndicatorReference) => parts.say(reference));
  const open = useEffectEvent((dom: HTMLElement) => {
    const { label, lost, placeholder, blocks } = parts;
    return new Editor({
      element: dom,
      extensions: textExtensions({ say: (reference) => say(reference), lost, placeholder, drawn }),
      content: toContent(blocks),
      injectCSS: false,
      editorProps: { attributes: { "aria-label": label, role: "textbox", "aria-multiline": "true" } },
    });
  });
  useEffect(() => {
    const dom = element.current;
    if (dom === null) return undefined;
    const made = open(dom);
    const now = held.current;
    const keep = () => {
      if (now.waiting === null) return;
      clearTimeout(now.waiting);
      now.waiting = null;
      now.blocks = fromContent(made.getJSON());
      write(now.blocks);
    };
    const typed = () => {
      if (now.waiting !== null) clearTimeout(now.waiting);
      now.waiting = setTimeout(keep, PAUSE);
    };
    const leaving = () => {
      if (now.waiting !== null) leave(fromContent(made.getJSON()));
    };
    made.on("update", typed).on("blur", keep);
    window.addEventListener("pagehide", leaving);
    setEditor(made);
    return () => {
      window.removeEventListener("pagehide", leaving);
      keep();
      made.destroy();
      setEditor(null);
    };
  }, [element]);
  const { blocks } = parts;
  useEffect(() => {
    const now = held.current;
    if (editor === null || now.waiting !== null || sameValue(tidyBlocks(now.blocks), blocks)) return;
    now.blocks = blocks;
    show(editor, blocks);
  }, [editor, blocks]);
  const { say: current } = parts;
  useEffect(() => {
    for (const draw of drawn) draw();
  }, [drawn, current]);
  return editor;
}

/** Puts other blocks in; the caret stays as near as can be. */
function show(editor: Editor, blocks: readonly NarrativeBlock[]): void {
  const { from, to } = editor.state.selection;
  editor.commands.setContent(toContent(blocks), { emitUpdate: false });
  const end = editor.state.doc.content.size;
  editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) });
}
