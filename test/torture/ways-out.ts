/** One way in which a page can make a browser send something; `go` runs in the page and knows nothing from outside of itself. */
export interface WayOut {
  readonly name: string;
  readonly go: (target: string) => unknown;
}

/**
 * The ways out of a page, to be tried one by one with an `http:` address of a listener on this machine. Those behind a policy are no
 * complete list of what browsers can do; a control without any policy shows which of them are open at all.
 */
export const WAYS_OUT: readonly WayOut[] = [
  { name: "fetch", go: (target) => fetch(target, { mode: "no-cors" }).catch(() => null) },
  {
    name: "fetch that outlives the page",
    go: (target) => void fetch(target, { mode: "no-cors", keepalive: true }),
  },
  { name: "fetch that posts", go: (target) => fetch(target, { method: "POST", mode: "no-cors", body: "x" }) },
  {
    name: "XMLHttpRequest",
    go: (target) => {
      const request = new XMLHttpRequest();
      request.open("GET", target);
      request.send();
    },
  },
  { name: "beacon", go: (target) => navigator.sendBeacon(target, "x") },
  { name: "WebSocket", go: (target) => new WebSocket(target.replace("http", "ws")).url },
  { name: "EventSource", go: (target) => new EventSource(target).url },
  {
    name: "STUN",
    go: async (target) => {
      const urls = target.replace(/^http:\/\//, "stun:").replace(/\/.*/, "");
      const peer = new RTCPeerConnection({ iceServers: [{ urls }] });
      peer.createDataChannel("x");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: "TURN over TCP",
    go: async (target) => {
      const urls = `${target.replace(/^http:\/\//, "turn:").replace(/\/.*/, "")}?transport=tcp`;
      const peer = new RTCPeerConnection({ iceServers: [{ urls, username: "x", credential: "x" }] });
      peer.createDataChannel("x");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  { name: "image", go: (target) => document.body.append(Object.assign(new Image(), { src: target })) },
  { name: "image that is not in the page", go: (target) => void (new Image().src = target) },
  { name: "image of a set", go: (target) => void (new Image().srcset = `${target} 2x`) },
  {
    name: "picture",
    go: (target) =>
      document.body.insertAdjacentHTML("beforeend", `<picture><source srcset="${target}"><img></picture>`),
  },
  {
    name: "image in SVG",
    go: (target) =>
      document.body.insertAdjacentHTML(
        "beforeend",
        `<svg><image href="${target}" width="9" height="9"/></svg>`,
      ),
  },
  {
    name: "filter image in SVG",
    go: (target) =>
      document.body.insertAdjacentHTML(
        "beforeend",
        `<svg><filter id="f"><feImage href="${target}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
      ),
  },
  {
    name: "image button",
    go: (target) => document.body.insertAdjacentHTML("beforeend", `<input type="image" src="${target}">`),
  },
  {
    name: "video",
    go: (target) =>
      document.body.insertAdjacentHTML("beforeend", `<video src="${target}" preload="auto"></video>`),
  },
  {
    name: "poster",
    go: (target) => document.body.insertAdjacentHTML("beforeend", `<video poster="${target}"></video>`),
  },
  {
    name: "audio",
    go: (target) =>
      document.body.insertAdjacentHTML("beforeend", `<audio src="${target}" preload="auto"></audio>`),
  },
  {
    name: "object",
    go: (target) => document.body.insertAdjacentHTML("beforeend", `<object data="${target}"></object>`),
  },
  { name: "embed", go: (target) => document.body.insertAdjacentHTML("beforeend", `<embed src="${target}">`) },
  {
    name: "frame",
    go: (target) => document.body.insertAdjacentHTML("beforeend", `<iframe src="${target}"></iframe>`),
  },
  {
    name: "frame with its own text",
    go: (target) =>
      document.body.insertAdjacentHTML("beforeend", `<iframe srcdoc="<img src='${target}'>"></iframe>`),
  },
  {
    name: "frame that goes on by itself",
    go: (target) =>
      document.body.insertAdjacentHTML(
        "beforeend",
        `<iframe srcdoc="<meta http-equiv='refresh' content='0;url=${target}'>"></iframe>`,
      ),
  },
  {
    name: "fetch of an empty frame",
    go: (target) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      return frame.contentWindow?.fetch(target, { mode: "no-cors" }).catch(() => null);
    },
  },
  {
    name: "script",
    go: (target) => document.body.append(Object.assign(document.createElement("script"), { src: target })),
  },
  {
    name: "module script",
    go: (target) =>
      document.body.append(Object.assign(document.createElement("script"), { src: target, type: "module" })),
  },
  {
    name: "fetch of a worker",
    go: (target) => {
      const code = `fetch(${JSON.stringify(target)}, { mode: "no-cors" })`;
      return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    },
  },
  {
    name: "import of a worker",
    go: (target) => {
      const code = `importScripts(${JSON.stringify(target)})`;
      return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    },
  },
  {
    name: "style sheet",
    go: (target) => document.head.insertAdjacentHTML("beforeend", `<link rel="stylesheet" href="${target}">`),
  },
  {
    name: "imported style",
    go: (target) => document.head.insertAdjacentHTML("beforeend", `<style>@import "${target}";</style>`),
  },
  {
    name: "background",
    go: (target) =>
      document.body.insertAdjacentHTML("beforeend", `<p style="background:url(${target})">x</p>`),
  },
  { name: "font", go: (target) => new FontFace("x", `url(${target})`).load().catch(() => null) },
  {
    name: "preload",
    go: (target) =>
      document.head.insertAdjacentHTML("beforeend", `<link rel="preload" as="image" href="${target}">`),
  },
  {
    name: "prefetch",
    go: (target) => document.head.insertAdjacentHTML("beforeend", `<link rel="prefetch" href="${target}">`),
  },
  {
    name: "preconnect",
    go: (target) => document.head.insertAdjacentHTML("beforeend", `<link rel="preconnect" href="${target}">`),
  },
  {
    name: "icon",
    go: (target) => document.head.insertAdjacentHTML("beforeend", `<link rel="icon" href="${target}">`),
  },
  {
    name: "form",
    go: (target) => {
      const form = Object.assign(document.createElement("form"), { action: target, method: "post" });
      document.body.append(form);
      form.submit();
    },
  },
  {
    name: "link",
    go: (target) => {
      const link = Object.assign(document.createElement("a"), { href: target });
      document.body.append(link);
      link.click();
    },
  },
  {
    name: "ping of a link",
    go: (target) => {
      const link = Object.assign(document.createElement("a"), { href: "#here", ping: target });
      document.body.append(link);
      link.click();
    },
  },
  {
    name: "download",
    go: (target) => {
      const link = Object.assign(document.createElement("a"), { href: target, download: "x" });
      document.body.append(link);
      link.click();
    },
  },
  { name: "going there", go: (target) => (location.href = target) },
  {
    name: "refresh",
    go: (target) =>
      document.head.insertAdjacentHTML("beforeend", `<meta http-equiv="refresh" content="0;url=${target}">`),
  },
  { name: "new window", go: (target) => void window.open(target) },
];
