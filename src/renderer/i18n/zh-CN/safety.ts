/** What is said of kept data: what a start brought back, backups and what became of them. */
export const safety = {
  disk: {
    low: {
      title: "磁盘空间不多，剩余 {{free}}",
      detail: "剩余不足 500 MB 时将暂停编辑，请及早清理磁盘。",
    },
    readOnly: {
      title: "磁盘空间不足，剩余 {{free}}，已暂停编辑",
      detail:
        "已有规划均已保存，仍可查看、导出。请清理磁盘后点“重新检查”；也可把规划文件导出到其他磁盘，或为备份另选一个文件夹。",
    },
  },
  waiting: {
    title: "{{count}} 项修改尚未写入数据库",
    reason: {
      "disk-low": "磁盘空间不足。",
      quota: "磁盘空间不足。",
      closed: "数据库连接已关闭。",
      blocked: "数据库正被其他窗口占用。",
      corrupt: "数据库无法写入。",
      unknown: "数据库没有接受写入。",
    },
    held: "这些修改照常显示，并已另存到磁盘上的修改记录，程序会自动重试；关闭窗口也不会丢失。",
    onlyHere: "这些修改目前只在本窗口中，请不要关闭窗口。请先清理磁盘，或导出规划文件。",
    other: "其他修改",
    more: "另有 {{count}} 项",
  },
  secondCopy: {
    title: "{{count}} 条修改记录尚未写到磁盘",
    detail:
      "{{reason}}修改已存入数据库，程序会自动重试。请检查数据目录所在的磁盘；在写成之前，可先导出规划文件以防万一。",
  },
  ways: {
    again: "重新检查",
    export: "导出全部规划…",
    fileName: "我的规划",
    exported: "已导出“{{name}}”，在 {{folder}}",
  },
  recovery: {
    title: "规划数据已恢复",
    because: {
      missing: "规划数据库不在原处或没有内容。",
      damaged: "规划数据库有损坏，不能完整读取。",
      incomplete: "规划数据库缺少部分修改记录。",
    },
    fromJournal: "已按磁盘上的修改记录重新建立：{{plans}} 部规划，{{edits}} 条修改。",
    fromBackup: "已用 {{at}} 的备份和其后的 {{edits}} 条修改记录重新建立：{{plans}} 部规划。",
    through: "恢复到最后一次修改：{{at}}，{{title}}。",
    throughNoPlan: "恢复到最后一次修改：{{at}}。",
    plan: "《{{title}}》",
    aside: "损坏的数据已另行保留，不影响使用。",
    unattached: "以下原文需重新附上：{{files}}。",
    close: "知道了",
    behind: "已补入 {{edits}} 条修改，截至 {{at}}。",
    behindDetail: "这些修改由另一种运行方式写入，或不在此前的数据库中；磁盘上的修改记录完整。",
  },
};
