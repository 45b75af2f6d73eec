import { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { tidyBlocks } from "#core/command/edit-narrative.ts";
import { mergeBlocks } from "#core/narrative/merge-blocks.ts";
import type { IndicatorReference, NarrativeBlock } from "#core/narrative/narrative.ts";
import { sameValue } from "#core/same-value.ts";
import { useStayOnFullDisk } from "../../../data/use-stay-on-full-disk.ts";
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
  /** Keeps what is written now; resolves to whether it is stored, else it is kept for later. */
  readonly onWrite: (blocks: readonly NarrativeBlock[]) => Promise<boolean>;
  /** The page goes away with this typed and not kept. */
  readonly onLeaving: (blocks: readonly NarrativeBlock[]) => void;
}

/** What the editor held when it was last kept, and what has become of it. */
interface Held {
  blocks: readonly NarrativeBlock[];
  waiting: ReturnType<typeof setTimeout> | null;
  /** What was kept and could not be stored; `null` where all is. */
  unstored: readonly NarrativeBlock[] | null;
}

/**
 * An editor in an element. What is typed is kept at each pause, and when the focus or the view goes, together with what others wrote meanwhile in
 * other paragraphs; what comes from elsewhere (an undo of the plan, another window) is shown at once, unless something is being typed. What could
 * not be stored stays. References say what the table says.
 */
export function useTextEditor(element: RefObject<HTMLElement | null>, parts: TextEditorParts): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [drawn] = useState(() => new Set<() => void>());
  const held = useRef<Held>({ blocks: parts.blocks, waiting: null, unstored: null });
  const write = useEffectEvent((typed: readonly NarrativeBlock[]) => {
    const merged = mergeBlocks(held.current.blocks, typed, parts.blocks);
    return { merged, stored: parts.onWrite(merged) };
  });
  useStayOnFullDisk(() => held.current.waiting !== null || held.current.unstored !== null);
  const leave = useEffectEvent((typed: readonly NarrativeBlock[]) => parts.onLeaving(typed));
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
    const typed = () => {
      if (now.waiting !== null) clearTimeout(now.waiting);
      now.waiting = setTimeout(pause, PAUSE);
    };
    const keep = () => {
      if (now.waiting === null) return;
      clearTimeout(now.waiting);
      now.waiting = null;
      const text = fromContent(made.getJSON());
      const { merged, stored } = write(text);
      now.blocks = merged;
      now.unstored = merged;
      if (merged !== text && !made.isDestroyed) show(made, merged);
      void stored.then((ok) => {
        if (ok && now.unstored === merged) now.unstored = null;
      });
    };
    // Half a word of an input method is not kept.
    const pause = () => (made.view.composing ? typed() : keep());
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
    if (editor === null || now.waiting !== null || now.unstored !== null) return;
    if (sameValue(tidyBlocks(now.blocks), blocks)) return;
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
