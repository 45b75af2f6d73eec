import type { MenuCommand } from "#bridge/menu-command.ts";

/** Languages that the native menu speaks. */
export type MenuLocale = "zh-CN" | "en";

/** The six menus, and the entries that the system itself carries out. */
export type MenuWord =
  | "file"
  | "edit"
  | "view"
  | "data"
  | "tools"
  | "help"
  | "theme"
  | "language"
  | "close"
  | "quit"
  | "cut"
  | "copy"
  | "paste"
  | "selectAll"
  | "zoomIn"
  | "zoomOut"
  | "resetZoom"
  | "fullScreen"
  | "hide"
  | "hideOthers"
  | "unhide";

const CHINESE: Readonly<Record<MenuCommand | MenuWord, string>> = {
  file: "文件",
  edit: "编辑",
  view: "查看",
  data: "数据",
  tools: "工具",
  help: "帮助",
  theme: "外观",
  language: "语言",
  close: "关闭窗口",
  quit: "退出",
  cut: "剪切",
  copy: "复制",
  paste: "粘贴",
  selectAll: "全选",
  zoomIn: "放大",
  zoomOut: "缩小",
  resetZoom: "实际大小",
  fullScreen: "全屏显示",
  hide: "隐藏五年",
  hideOthers: "隐藏其他",
  unhide: "全部显示",
  "plan.open": "打开规划…",
  "plan.copy": "建立副本",
  "plan.next-period": "编制下一期规划",
  "window.new": "新建窗口",
  "chart.export": "导出图表…",
  "settings.open": "设置",
  "edit.undo": "撤销",
  "edit.redo": "重做",
  "edit.find": "查找",
  "room.library": "规划库",
  "room.indicators": "指标",
  "room.scenario": "情景",
  "theme.system": "跟随系统",
  "theme.light": "浅色",
  "theme.dark": "深色",
  "locale.zh-CN": "中文",
  "locale.en": "English",
  "palette.open": "命令与指标搜索",
  "help.tour": "使用导览",
  "help.shortcuts": "快捷键",
  "help.about": "关于五年",
};

const ENGLISH: Readonly<Record<MenuCommand | MenuWord, string>> = {
  file: "File",
  edit: "Edit",
  view: "View",
  data: "Data",
  tools: "Tools",
  help: "Help",
  theme: "Appearance",
  language: "Language",
  close: "Close window",
  quit: "Quit",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  resetZoom: "Actual size",
  fullScreen: "Full screen",
  hide: "Hide Wunian",
  hideOthers: "Hide others",
  unhide: "Show all",
  "plan.open": "Open plan…",
  "plan.copy": "Make a copy",
  "plan.next-period": "Draft the next period",
  "window.new": "New window",
  "chart.export": "Export chart…",
  "settings.open": "Settings",
  "edit.undo": "Undo",
  "edit.redo": "Redo",
  "edit.find": "Find",
  "room.library": "Library",
  "room.indicators": "Indicators",
  "room.scenario": "Scenarios",
  "theme.system": "As the system",
  "theme.light": "Light",
  "theme.dark": "Dark",
  "locale.zh-CN": "中文",
  "locale.en": "English",
  "palette.open": "Search commands and indicators",
  "help.tour": "Tour",
  "help.shortcuts": "Keyboard shortcuts",
  "help.about": "About Wunian",
};

/** The labels of the native menu; the page keeps its own words, since the shell draws this menu before the page exists. */
export const MENU_LABELS: Readonly<Record<MenuLocale, Readonly<Record<MenuCommand | MenuWord, string>>>> = {
  "zh-CN": CHINESE,
  en: ENGLISH,
};
