-- Tests move the clock of the portal, which the clock of the database does not follow; EventBoundTests puts the bounds back.
update event_bound set ahead = '200 years', behind = '200 years';
