-- After each sending the queue is asked when its next message is due: found from the earliest on, not by reading them all.
create index pending_next_due on exchange.pending (city_id, peer, next_at)
  where state = 'waiting' and direction = 'out';
