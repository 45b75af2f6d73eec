import type { MenuCommand } from "#bridge/menu-command.ts";

/** Languages that the native menu speaks. */
export type MenuLocale = "zh-CN" | "en";

/** The menus by name, as the page has them. */
export type MenuName = "file" | "edit" | "view" | "data" | "tools" | "help";

/** Entries that the system itself carries out, by Electron's names for them. */
export type SystemEntry =
  | "close"
  | "quit"
  | "cut"
  | "copy"
  | "paste"
  | "selectAll"
  | "zoomIn"
  | "zoomOut"
  | "resetZoom"
  | "togglefullscreen"
  | "hide"
  | "hideOthers"
  | "unhide";

interface MenuLabels {
  readonly product: string;
  readonly menus: Readonly<Record<MenuName, string>>;
  /** The page's words for its commands; a test compares them. */
  readonly commands: Readonly<Record<MenuCommand, string>>;
  readonly system: Readonly<Record<SystemEntry, string>>;
}

const CHINESE: MenuLabels = {
  product: "五年",
  menus: { file: "文件", edit: "编辑", view: "查看", data: "数据", tools: "工具", help: "帮助" },
  commands: {
    openLibrary: "规划库",
    openIndicators: "指标",
    openCompare: "对照",
    openScenarios: "情景",
    openCharts: "图表",
    openReport: "报告",
    openHistory: "历史",
    openSource: "阅读原文",
    openSettings: "设置",
    openBackups: "备份与恢复",
    copyPlan: "建立副本",
    nextPlan: "编制下一期规划",
    attachSource: "附上原文…",
    newWindow: "新建窗口",
    exportChart: "导出图",
    addIndicator: "添加指标…",
    duplicateRows: "复制为新行",
    removeRows: "删除行",
    moveRowsUp: "上移行",
    moveRowsDown: "下移行",
    editRemark: "批注与来源…",
    changeUnit: "换算单位…",
    nextError: "下一处有误",
    previousError: "上一处有误",
    undo: "撤销",
    redo: "重做",
    find: "查找指标、命令、规划",
    themeSystem: "外观随系统",
    themeLight: "浅色外观",
    themeDark: "深色外观",
    localeZh: "界面语言：中文",
    localeEn: "界面语言：English",
    nextRegion: "移到下一区域",
    help: "快捷键",
    tour: "三步上手",
    about: "关于五年",
  },
  system: {
    close: "关闭窗口",
    quit: "退出",
    cut: "剪切",
    copy: "复制",
    paste: "粘贴",
    selectAll: "全选",
    zoomIn: "放大",
    zoomOut: "缩小",
    resetZoom: "实际大小",
    togglefullscreen: "全屏显示",
    hide: "隐藏五年",
    hideOthers: "隐藏其他",
    unhide: "全部显示",
  },
};

const ENGLISH: MenuLabels = {
  product: "Wunian",
  menus: { file: "File", edit: "Edit", view: "View", data: "Data", tools: "Tools", help: "Help" },
  commands: {
    openLibrary: "Library",
    openIndicators: "Indicators",
    openCompare: "Side by side",
    openScenarios: "Scenarios",
    openCharts: "Charts",
    openReport: "Report",
    openHistory: "History",
    openSource: "Read the original",
    openSettings: "Settings",
    openBackups: "Backups",
    copyPlan: "Make a copy",
    nextPlan: "Draft the next plan",
    attachSource: "Attach original…",
    newWindow: "New window",
    exportChart: "Export chart",
    addIndicator: "Add indicator…",
    duplicateRows: "Duplicate rows",
    removeRows: "Delete rows",
    moveRowsUp: "Move rows up",
    moveRowsDown: "Move rows down",
    editRemark: "Note and source…",
    changeUnit: "Change unit…",
    nextError: "Next error",
    previousError: "Previous error",
    undo: "Undo",
    redo: "Redo",
    find: "Find indicators, commands, plans",
    themeSystem: "Appearance as the system",
    themeLight: "Light appearance",
    themeDark: "Dark appearance",
    localeZh: "Language: 中文",
    localeEn: "Language: English",
    nextRegion: "Go to the next region",
    help: "Keyboard shortcuts",
    tour: "First three steps",
    about: "About Wunian",
  },
  system: {
    close: "Close window",
    quit: "Quit",
    cut: "Cut",
    copy: "Copy",
    paste: "Paste",
    selectAll: "Select all",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    resetZoom: "Actual size",
    togglefullscreen: "Full screen",
    hide: "Hide Wunian",
    hideOthers: "Hide others",
    unhide: "Show all",
  },
};

/** The words of the native menu, which is there before the page is. */
export const MENU_LABELS: Readonly<Record<MenuLocale, MenuLabels>> = { "zh-CN": CHINESE, en: ENGLISH };
