-- What changed since an instant is asked for by whoever keeps a copy: of each service, whenever the request was made.
create index order_closed_of_matter on orders.order (city_id, matter_code, closed_at) where closed_at is not null;
create index order_open_of_matter on orders.order (city_id, matter_code, status_since) where closed_at is null;
