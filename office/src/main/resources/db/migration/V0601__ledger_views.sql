-- The ledger's screens count what is open and what went wrong; what was sent is the rest. So the large part needs no index.
create index delivery_open on delivery (dispatch) where status in ('waiting', 'claimed');
create index delivery_trouble on delivery (dispatch, status) where status in ('refused', 'given_up', 'dropped');
create index dispatch_newest on dispatch (government, id);
create index delivery_address on delivery (government, address, id) where subscriber is null;
