/** What went wrong, in the planner's words: what happened, what is safe, what to do. */
export const errors = {
  parts: {
    happened: "发生了什么",
    safe: "数据情况",
    todo: "怎么办",
    details: "详细信息",
    copy: "复制详细信息",
    copied: "已复制",
    retry: "重试",
  },
  open: {
    title: "规划数据未能打开",
    "newer-database": {
      happened: "数据由较新版本的程序写成（数据版本 {{found}}，本程序识别到 {{known}}）。",
      safe: "数据没有改动，全部完好。",
      todo: "请使用较新版本的程序打开。",
    },
    blocked: {
      happened: "另一个窗口正在使用旧版数据，未能让出。",
      safe: "数据没有改动，全部完好。",
      todo: "请关闭本程序的其他窗口，再点“重试”。",
    },
    corrupt: {
      happened: "规划数据库无法读取。",
      safe: "每次改动在磁盘上另有一份记录，没有被动过。",
      todo: "磁盘若已满，请腾出空间后重试；否则请不要删除数据目录，复制详细信息交技术人员，用改动记录恢复。",
    },
    "no-indexeddb": {
      happened: "当前运行环境不能在本机保存数据。",
      safe: "已有数据没有改动。",
      todo: "请用普通窗口启动程序，不要使用无痕模式；或升级本机浏览器后重试。",
    },
    quota: {
      happened: "磁盘空间不足，数据库未能打开。",
      safe: "已有数据没有改动。",
      todo: "请腾出磁盘空间，再点“重试”。",
    },
    "seed-hash": {
      happened: "内置规划文件 {{file}} 与程序发布时不一致。",
      safe: "您编制的规划没有改动。",
      todo: "请重新安装程序后再打开。",
    },
    "seed-invalid": {
      happened: "内置规划文件 {{file}} 有误，未能载入。",
      safe: "您编制的规划没有改动。",
      todo: "请重新安装程序后再打开。",
    },
    unknown: {
      happened: "打开规划数据时出现意外。",
      safe: "已有数据没有改动。",
      todo: "请点“重试”；仍不成功时，复制详细信息交技术人员。",
    },
  },
  bridge: {
    title: "程序未能完整启动",
    happened: "窗口与本机程序之间的连接没有建立。",
    safe: "已有数据没有改动。",
    todo: "请关闭窗口，重新启动程序。",
  },
  room: {
    title: "本页出现意外",
    happened: "本页未能正常显示。",
    safe: "此前的改动均已保存。",
    todo: "请点“重试”，或转到其他页面；仍不成功时，复制详细信息交技术人员。",
  },
  connection: {
    "newer-program": "另一个窗口已启用新版程序，本窗口不再保存改动。请关闭本窗口。",
    lost: "与规划数据库的连接已断开，本窗口不再保存改动；此前的改动均已保存。请重新启动程序。",
  },
  store: {
    "read-only": "内置规划只读，请先建立副本。",
    "unknown-indicator": "这项指标已不在规划中。",
    "unknown-plan": "这部规划已不在规划库中。",
    "nothing-to-undo": "没有可撤销的改动。",
    "nothing-to-redo": "没有可重做的改动。",
    storage: {
      quota: "磁盘空间不足，这次改动没有存入；此前的改动均已保存。",
      closed: "数据库连接已关闭，这次改动没有存入；此前的改动均已保存。",
      blocked: "数据库正被其他窗口占用，这次改动没有存入；请关闭其他窗口后重试。",
      corrupt: "数据库无法写入，这次改动没有存入；改动记录仍在磁盘上。",
      unknown: "这次改动没有存入；此前的改动均已保存。",
    },
    "empty-title": "名称不能为空。",
    "period-out-of-range": "规划期末 {{year}} 年超出可用范围（1949—2100）。",
  },
  machine: {
    "bad-argument": "填写的内容不能采用。",
    "bad-sender": "本窗口无权进行这项操作，请重新启动程序。",
    "unknown-method": "当前程序不支持这项操作。",
    "not-writable": "该位置不能写入，请换一个文件夹。",
    "disk-full": "磁盘空间不足，文件没有写成。",
    "not-found": "文件或文件夹已不在原处。",
    unsupported: "当前运行方式不支持这项操作。",
    internal: "本机程序出现意外，操作没有完成。",
  },
};
