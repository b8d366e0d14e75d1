package yardstick;

import io.patchbay.platform.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The least that a signed-in page can cost, under the portal's own security chain and session store: a constant text, and a
 * bare Thymeleaf page of rows that one query finds through an index. {@code spring.main.sources} adds it to a portal.
 */
@Controller
public class Yardsticks {

    /** Address of the constant text. */
    public static final String CONSTANT = "/yardstick/constant";

    private static final String BARE_PAGE = "/yardstick/page";

    private final JdbcClient jdbc;

    Yardsticks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Address of the bare page with so many rows. */
    public static String barePage(int rows) {
        return BARE_PAGE + "?rows=" + rows;
    }

    @GetMapping(CONSTANT)
    @SignedIn
    @ResponseBody
    String constant() {
        return "constant";
    }

    @GetMapping(BARE_PAGE)
    @SignedIn
    String page(@RequestParam int rows, Model model) {
        model.addAttribute(
                "rows",
                jdbc.sql("select bucket, hits from yardstick where bucket > :after order by bucket limit :rows")
                        .param("after", 500)
                        .param("rows", rows)
                        .query()
                        .listOfRows());
        return "yardstick";
    }
}
