import './empty-batches.ts';
/** 数据共享: what passes to and from other systems by agreement, batch by batch. */
import './ask-peer.jobs.ts';
