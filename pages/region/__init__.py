"""« Où en est ma région, face aux autres ? »: the published page of each région, alive."""
