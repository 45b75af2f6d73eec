/** The settings room. */
export const settings = {
  title: "设置",
  sections: { look: "界面", planner: "编制人", files: "文件", about: "关于" },
  language: { label: "界面语言", zh: "中文", en: "English" },
  theme: { label: "外观", system: "跟随系统", light: "浅色", dark: "深色" },
  folder: {
    label: "导出文件夹",
    hint: "图表等导出文件存入此处，同名文件不会被覆盖。",
    isDefault: "默认位置",
    choose: "选择文件夹…",
    save: "采用",
    restore: "恢复默认",
    saved: "已采用",
    asks: "导出时逐次询问保存位置。",
  },
  planner: {
    label: "姓名",
    hint: "记在每次修改的历史中，只保存在本机。默认取系统用户名。",
    save: "采用",
    saved: "已采用",
    restore: "恢复默认",
    isDefault: "已是系统用户名",
  },
  backups: { label: "备份", open: "备份与恢复" },
  tour: { label: "三步上手", show: "在规划库中显示" },
  about: {
    version: "版本",
    shell: "运行方式",
    shells: { electron: "独立桌面程序", chromium: "本机浏览器窗口" },
    data: "数据位置",
    dataText:
      "规划数据保存在本机当前用户的数据目录中，每次改动另写一份记录到磁盘。重装或升级程序不影响已有规划。",
    network: "网络",
    networkText: "程序不连接网络，规划内容不离开本机。",
  },
  status: "设置随改随存",
};
