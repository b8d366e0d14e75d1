package io.patchbay.event.web;

import io.patchbay.event.EventExport.Format;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ExportController {

    private final EventPages pages;

    ExportController(EventPages pages) {
        this.pages = pages;
    }

    @PostMapping(EventPages.OWN + "/export")
    @Requires(Capability.VIEW_EVENTS)
    void export(
            @ModelAttribute("query") EventQuery query,
            @RequestParam("format") Format format,
            HttpServletResponse response)
            throws IOException {
        pages.beginExport(query, format);
        pages.export(query, format, response);
    }
}
