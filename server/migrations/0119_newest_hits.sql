-- 检索: what lies further back is looked for month after month by a plan that is kept.

/* A search is planned for its words, and for every month anew: of three years that took twice as long as looking there.
   In here it is planned once for any words: by the index of words, which is right for what was rare of late. The words are
   said twice: a planner that knows neither takes a month of ids to be as few as have the words, and would read both. What the
   index is asked for are the words that tell orders of that month apart; all of them are asked of the rows it finds. */
create function orders.newest_hits(
  city smallint, how text, asked_words tsquery, asked_pairs tsquery, asked_spellings tsquery,
  telling_words tsquery[], telling_pairs tsquery[], bounds uuid[], most integer)
  returns setof uuid
  language plpgsql stable
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  set enable_indexscan = off
as $$
declare
  hits integer := 0;
  here integer;
begin
  for at in 1 .. array_length(bounds, 1) - 1 loop
    case how
      when 'words' then
        return query
          select order_id from orders.search
          where city_id = city and words @@ telling_words[at] and telling_words[at] @@ words
            and (words @@ asked_words) is true
            and order_id < bounds[at] and order_id >= bounds[at + 1]
          order by order_id desc limit most - hits;
      when 'pairs' then
        return query
          select order_id from orders.search
          where city_id = city and bigrams @@ telling_pairs[at] and telling_pairs[at] @@ bigrams
            and (bigrams @@ asked_pairs) is true and not (words @@ asked_words)
            and order_id < bounds[at] and order_id >= bounds[at + 1]
          order by order_id desc limit most - hits;
      when 'spellings' then
        return query
          select order_id from orders.search
          where city_id = city and bigrams @@ asked_spellings and asked_spellings @@ bigrams
            and not (words @@ asked_words) and not (bigrams @@ asked_pairs)
            and order_id < bounds[at] and order_id >= bounds[at + 1]
          order by order_id desc limit most - hits;
    end case;
    get diagnostics here = row_count;
    hits := hits + here;
    exit when hits >= most;
  end loop;
end
$$;
comment on function orders.newest_hits is
  'The newest orders that fit, at most so many. bounds: ids from the highest, not itself among them, down to the lowest, one span between every two, each with its telling words.';
