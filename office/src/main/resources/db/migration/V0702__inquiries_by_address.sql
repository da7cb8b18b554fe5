-- How many inquiries came in one address's name of late: acknowledgements are bounded.
create index inquiry_address on inquiry (government, address, received_at);
