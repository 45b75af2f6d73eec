import { useEffect, useRef } from "react";

interface SelectAllProps {
  readonly label: string;
  readonly all: number;
  readonly marked: number;
  readonly onMark: (on: boolean) => void;
}

/** Marks all rows below, or none; half filled where only some are marked. */
export function SelectAll({ label, all, marked, onMark }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const some = marked > 0 && marked < all;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = some;
  }, [some]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="check"
      aria-label={label}
      checked={all > 0 && marked === all}
      onChange={(event) => onMark(event.target.checked)}
    />
  );
}
