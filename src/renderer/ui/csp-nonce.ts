/** The nonce that allows style elements made at run time (antd, AG Grid); `undefined` where the page has none. */
export function cspNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"], meta[property="csp-nonce"]');
  if (meta === null) return undefined;
  // The browser hides a `nonce` attribute from getAttribute, but not from the property.
  return meta.nonce || meta.content || undefined;
}
