package io.patchbay.ui.search;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.ui.SearchSource;
import io.patchbay.ui.SearchSource.SearchHit;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchController {

    private static final int LONGEST_TEXT = 100;

    private final ObjectProvider<SearchSource> sources;

    SearchController(ObjectProvider<SearchSource> sources) {
        this.sources = sources;
    }

    /**
     * What was found of one kind.
     *
     * @param label message key of what its things are called
     */
    public record FoundKind(String label, List<SearchHit> hits) {}

    @GetMapping("/search")
    @Requires(Capability.VIEW_ENVIRONMENTS)
    String search(@RequestParam(name = "q", defaultValue = "") String q, Model model) {
        var text = q.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidRequestException("search.tooLong");
        }
        model.addAttribute("q", text);
        model.addAttribute("found", text.isEmpty() ? List.of() : found(text));
        return "ui/search";
    }

    private List<FoundKind> found(String text) {
        return sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .map(source -> new FoundKind(source.label(), source.find(text)))
                .filter(kind -> !kind.hits().isEmpty())
                .toList();
    }
}
