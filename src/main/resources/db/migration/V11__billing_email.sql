-- Where invoices and quotes go, if not to the contact.

alter table company add column billing_email text;
