/** Notifications in Simplified Chinese. Source: product design, "Words". */
import type { Phrasebook } from './notification-phrasebook.js';

export const SIMPLIFIED_CHINESE: Phrasebook = {
  kinds: {
    'interview.assigned': (f) => [
      `请您面试 ${f.candidate}：${f.round}`,
      `您已加入「${f.round}」的面试小组，候选人 ${f.candidate}，职位：${f.job}。`,
      '打开面试',
    ],
    'interview.unassigned': (f) => [
      `您已退出面试小组：${f.job}`,
      `您不再是「${f.round}」面试小组的成员（职位：${f.job}），无需再做任何事。`,
      '打开我的工作',
    ],
    'interview.scheduled': (f) => [
      `${f.candidate} 的${f.round}：${f.when}`,
      `${f.candidate} 的「${f.round}」（职位：${f.job}）定于 ${f.when} 进行。`,
      '打开面试',
    ],
    'interview.moved': (f) => [
      `改期：${f.candidate} 的${f.round}，现为 ${f.when}`,
      `${f.candidate} 的「${f.round}」（职位：${f.job}）已改期，现定于 ${f.when} 进行。`,
      '打开面试',
    ],
    'interview.cancelled': (f) => [
      `取消：${f.candidate} 的${f.round}`,
      `${f.candidate} 的「${f.round}」（职位：${f.job}）不再进行，无需提交评分卡。`,
      '打开面试',
    ],
    'scorecard.due_soon': (f) => [
      `评分卡将于 ${f.when} 到期：${f.candidate}`,
      `您对 ${f.candidate}「${f.round}」的评分卡（职位：${f.job}）应于 ${f.when} 前提交。`,
      '填写评分卡',
    ],
    'scorecard.due_now': (f) => [
      `评分卡已到期：${f.candidate}`,
      `您对 ${f.candidate}「${f.round}」的评分卡（职位：${f.job}）现已到期（${f.when}）。`,
      '填写评分卡',
    ],
    'scorecard.overdue': (f) => [
      `评分卡逾期：${f.candidate}`,
      `您对 ${f.candidate}「${f.round}」的评分卡（职位：${f.job}）应于 ${f.when} 提交，评议正在等待。`,
      '填写评分卡',
    ],
    'scorecard.waived': (f) => [
      `您的评分卡已免交：${f.candidate}`,
      `无需再等待您对 ${f.candidate}「${f.round}」的评分卡（职位：${f.job}）。`,
      '打开面试',
    ],
    'scorecard.declined': (f) => [
      `${f.person} 拒绝提交评分卡：${f.candidate}`,
      `${f.person} 将不提交 ${f.candidate}「${f.round}」的评分卡（职位：${f.job}）。请决定是否需要他人接替。`,
      '打开申请',
    ],
    'debrief.ready': (f) => [`可以开始评议：${f.candidate}`, `${f.candidate}（职位：${f.job}）不再有待提交的评分卡，可以开始评议。`, '打开评议'],
    'debrief.reopened': (f) => [`评议重新开启：${f.candidate}`, `${f.candidate}（职位：${f.job}）的评议已重新开启，将重新投票。`, '打开评议'],
    'ballot.opened': (f) => [`投票已开始：${f.candidate}`, `关于 ${f.candidate}（职位：${f.job}）的投票已开始，结束前所有选票均保密。`, '投票'],
    'challenge.raised': (f) => [
      `您的一项评分被质疑：${f.candidate}`,
      `有人对您在 ${f.candidate}「${f.round}」评分卡（职位：${f.job}）中的一项评分提出质疑，请答复。`,
      '打开评议',
    ],
    'challenge.resolved': (f) => [`您的质疑已得到答复：${f.candidate}`, `您在 ${f.candidate}（职位：${f.job}）评议中提出的质疑已处理。`, '打开评议'],
    'decision.due_soon': (f) => [
      `决定将于 ${f.when} 到期：${f.candidate}`,
      `关于 ${f.candidate}（职位：${f.job}）的决定应于 ${f.when} 前作出。`,
      '打开评议',
    ],
    'decision.due_now': (f) => [`决定已到期：${f.candidate}`, `关于 ${f.candidate}（职位：${f.job}）的决定现已到期（${f.when}）。`, '打开评议'],
    'decision.overdue': (f) => [
      `决定逾期：${f.candidate}`,
      `关于 ${f.candidate}（职位：${f.job}）的决定应于 ${f.when} 作出，候选人正在等待。`,
      '打开评议',
    ],
    'decision.recorded': (f) => [`决定已记录：${f.candidate}`, `关于 ${f.candidate}（职位：${f.job}）的决定已记录。`, '打开评议'],
    'offer.submitted': (f) => [
      `一份 Offer 等待您审批：${f.candidate}`,
      `${f.person} 请您审批给 ${f.candidate}（职位：${f.job}）的 Offer。`,
      '打开 Offer',
    ],
    'offer_approval.due_soon': (f) => [
      `您的审批将于 ${f.when} 到期：${f.candidate}`,
      `给 ${f.candidate}（职位：${f.job}）的 Offer 等待您审批，截止时间为 ${f.when}。`,
      '打开 Offer',
    ],
    'offer_approval.due_now': (f) => [
      `您的审批已到期：${f.candidate}`,
      `给 ${f.candidate}（职位：${f.job}）的 Offer 等待您审批，现已到期（${f.when}）。`,
      '打开 Offer',
    ],
    'offer_approval.overdue': (f) => [
      `您的审批已逾期：${f.candidate}`,
      `给 ${f.candidate}（职位：${f.job}）的 Offer 自 ${f.when} 起一直等待您审批。`,
      '打开 Offer',
    ],
    'offer.approved': (f) => [`Offer 已批准：${f.candidate}`, `给 ${f.candidate}（职位：${f.job}）的 Offer 已获全部批准，可以发出。`, '打开 Offer'],
    'offer.refused': (f) => [
      `Offer 被退回：${f.candidate}`,
      `${f.person} 未批准给 ${f.candidate}（职位：${f.job}）的 Offer，原因已记录。`,
      '打开 Offer',
    ],
    'offer.countered': (f) => [`候选人还价：${f.candidate}`, `${f.candidate} 对 ${f.job} 的 Offer 提出了不同要求。`, '打开 Offer'],
    'offer.accepted': (f) => [`Offer 已接受：${f.candidate}`, `${f.candidate} 接受了 ${f.job} 的 Offer。`, '打开 Offer'],
    'offer.declined': (f) => [`Offer 被拒绝：${f.candidate}`, `${f.candidate} 拒绝了 ${f.job} 的 Offer。`, '打开 Offer'],
    'offer.expired': (f) => [`Offer 已过期：${f.candidate}`, `给 ${f.candidate}（职位：${f.job}）的 Offer 未获答复，已过期。`, '打开 Offer'],
    'duty.escalated': (f) => [
      `逾期事项已转给您：${f.candidate}`,
      `${f.person} 对 ${f.candidate}（职位：${f.job}）的一项任务已逾期，请您推进。`,
      '打开申请',
    ],
    'duty.nudged': (f) => [
      `${f.person} 请您推进：${f.candidate}`,
      `${f.person} 提醒您处理 ${f.candidate}（职位：${f.job}）的待办事项${f.when && `，截止时间为 ${f.when}`}。`,
      '打开',
    ],
    'seat.granted': (f) => [`您已成为${f.seat}：${f.job}`, `您已获得 ${f.job} 的${f.seat}席位${f.candidate && `，候选人 ${f.candidate}`}。`, '打开'],
    'seat.delegated': (f) => [
      `您将代任${f.seat}：${f.job}`,
      `${f.person} 请您代任 ${f.job} 的${f.seat}${f.candidate && `，候选人 ${f.candidate}`}。`,
      '打开',
    ],
    'seat.handed_over': (f) => [
      `您已接任${f.seat}：${f.job}`,
      `${f.job} 的${f.seat}席位${f.candidate && `（候选人 ${f.candidate}）`}已由 ${f.person} 移交给您。`,
      '打开',
    ],
    'break_glass.opened': (f) => [
      `紧急查阅：${f.candidate}`,
      `${f.person} 以紧急查阅方式打开了 ${f.candidate}（职位：${f.job}）的评分卡，有效至 ${f.when}，原因已记录在案。`,
      '打开历史记录',
    ],
    'webhook.disabled': () => [
      '一个 Webhook 已停用',
      '一个 Webhook 多次投递失败，已被停用。请修复接收方后重新启用，并补发错过的消息。',
      '打开 Webhook',
    ],
  },
  seats: {
    recruiter: '招聘专员',
    hiring_manager: '用人经理',
    coordinator: '协调员',
    offer_approver: 'Offer 审批人',
    interviewer: '面试官',
    facilitator: '评议主持人',
    committee_member: '委员会成员',
    bar_raiser: '标准把关人',
  },
  somebody: '某人',
  news: { subject: 'Plumbline 有新消息', action: '打开' },
  digest: { subject: (count) => `Plumbline 有 ${count} 条消息`, lead: (count) => `自上次摘要以来有 ${count} 条消息：` },
  footer: { why: '您收到此邮件是因为您参与了招聘。', unsubscribe: '不再接收此类邮件', settings: '选择邮件的内容与时间' },
  unsubscribed: {
    title: 'Plumbline 邮件',
    ask: '是否停止向您发送此类邮件？通知仍会出现在 Plumbline 的收件箱中。',
    confirm: '停止发送',
    done: '已完成。您不会再收到此类邮件，可随时在设置中更改。',
    broken: '此链接无效，请在 Plumbline 的通知设置中更改。',
  },
};
