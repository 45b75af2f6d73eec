import { useEffect, useRef } from "react";

interface TreeFieldProps {
  readonly label: string;
  readonly text: string;
  /** Called once: with the text by Enter or by leaving the field, with `null` by Escape. */
  readonly onDone: (text: string | null) => void;
}

/** A text that is changed in its place in the tree. */
export function TreeField({ label, text, onDone }: TreeFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  const finish = (typed: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(typed === null || typed.trim() === text ? null : typed.trim());
  };
  return (
    <input
      ref={field}
      className="input"
      aria-label={label}
      defaultValue={text}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") finish(event.currentTarget.value);
        if (event.key === "Escape") finish(null);
        event.stopPropagation();
      }}
    />
  );
}
