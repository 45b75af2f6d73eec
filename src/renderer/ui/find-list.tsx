import { Command as Cmdk } from "cmdk";
import { type ReactNode, useEffect, useRef } from "react";

interface FindListProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is said when nothing is found. */
  readonly empty: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What was found, as {@link FindItem}s. */
  readonly children: ReactNode;
}

/** A list under a field that searches it: arrows choose, Enter picks. */
export function FindList({ label, placeholder, empty, query, onQuery, children }: FindListProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The browser would give the focus to the first element that can take it by script, which is not the field.
    input.current?.focus();
  }, []);
  return (
    <Cmdk shouldFilter={false} label={label} className="find-list">
      <Cmdk.Input
        value={query}
        onValueChange={onQuery}
        className="input"
        placeholder={placeholder}
        aria-label={placeholder}
        ref={input}
      />
      <Cmdk.List label={label}>
        <Cmdk.Empty>{empty}</Cmdk.Empty>
        {children}
      </Cmdk.List>
    </Cmdk>
  );
}

/** One offer of a {@link FindList}. */
export const FindItem = Cmdk.Item;
