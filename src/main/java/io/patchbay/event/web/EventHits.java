package io.patchbay.event.web;

import io.patchbay.event.EventSearch;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds events of late by what they say and by their correlation ID. */
@Component
class EventHits implements SearchSource {

    private final EventSearch search;

    EventHits(EventSearch search) {
        this.search = search;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String label() {
        return "nav.events";
    }

    @Override
    public List<SearchHit> find(String text) {
        return Current.may(Capability.VIEW_EVENTS)
                ? search.newest(text, SHOWN).stream()
                        .map(event ->
                                new SearchHit(event.title(), event.description(), EventPages.OWN + "/" + event.id()))
                        .toList()
                : List.of();
    }
}
