/** A key or combination of keys, as printed on the keyboard. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd>{keys}</kbd>;
}
