package io.patchbay.catalog.web;

import io.patchbay.catalog.imports.CatalogImports;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What imports of the catalog did, for the vendor's support. */
@Controller
class ImportsController {

    private final CatalogImports imports;

    ImportsController(CatalogImports imports) {
        this.imports = imports;
    }

    @GetMapping("/support/catalog")
    @ForStaff(StaffRole.SUPPORT)
    String imports(Model model) {
        model.addAttribute("source", imports.source());
        model.addAttribute("runs", imports.runs());
        model.addAttribute("problems", imports.problems());
        model.addAttribute("problemCount", imports.problemCount());
        return "catalog/imports";
    }
}
