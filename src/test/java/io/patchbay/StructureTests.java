package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sizes and names of design.md, section 5: a stranger finds a class by its folder, and reads it in one sitting. */
@Tag("fast")
class StructureTests {

    private static final int TYPES_IN_A_PACKAGE = 25;
    private static final int LINES_OF_A_CLASS = 250;
    private static final int LINES_OF_A_METHOD = 40;

    private static final Path SOURCES = Path.of("src/main/java");

    /** Of these modules everything may use everything, so there is no front door. */
    private static final Set<String> OPEN = Set.of("platform");

    private static final Pattern FORBIDDEN_NAMES = Pattern.compile(".*(Licence|Util|Helper|Manager|Impl$).*");

    private static final JavaClasses PATCHBAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.patchbay");

    @Test
    void noPackageHoldsMoreTypesThanOneCanOversee() throws IOException {
        var types = new TreeMap<String, Long>(sources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(file -> file.getParent().toString(), Collectors.counting())));
        assertThat(types).isNotEmpty();
        types.values().removeIf(count -> count <= TYPES_IN_A_PACKAGE);
        assertThat(types).isEmpty();
    }

    @Test
    void aModulesRootHoldsOnlyWhatOtherModulesUse() {
        var unused = new TreeSet<String>();
        for (var module : modules()) {
            var root = "io.patchbay." + module;
            var open = PATCHBAY.stream()
                    .filter(type -> type.getPackageName().equals(root) && type.isTopLevelClass())
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .toList();
            var used = reachable(
                    open.stream().filter(type -> usedOutside(type, module)).collect(Collectors.toSet()));
            open.stream()
                    .filter(Predicate.not(used::contains))
                    .map(JavaClass::getName)
                    .forEach(unused::add);
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void noClassAndNoMethodIsLongerThanOneCanRead() throws IOException {
        var tooLong = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Sizes(unit, positions, tooLong).scan(unit, null);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noNameSaysNothing() {
        assertThat(PATCHBAY.stream().map(JavaClass::getSimpleName).filter(FORBIDDEN_NAMES.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void wordsAreAmericanEnglish() throws IOException {
        var british = Pattern.compile(
                "(?i)licence|catalogue|behaviour|organis(e|ation)|synchronis|recognis|cancelled|\\bcolou[r]");
        var found = new ArrayList<String>();
        for (var root : List.of(Path.of("src/main"), Path.of("src/docs"), Path.of("README.md"), Path.of(".github"))) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(StructureTests::isText).toList()) {
                    british.matcher(Files.readString(file))
                            .results()
                            .forEach(word -> found.add(word.group() + " in " + file));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(java|html|js|css|sql|properties|yml|md|json)");
    }

    private static Set<String> modules() {
        return PATCHBAY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.patchbay."))
                .map(name -> name.split("\\.")[2])
                .filter(Predicate.not(OPEN::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean usedOutside(JavaClass type, String module) {
        return Stream.concat(Stream.of(type), nested(type))
                .flatMap(one -> one.getDirectDependenciesToSelf().stream())
                .anyMatch(use ->
                        !(use.getOriginClass().getPackageName() + ".").startsWith("io.patchbay." + module + "."));
    }

    private static Stream<JavaClass> nested(JavaClass type) {
        return PATCHBAY.stream().filter(one -> one.getName().startsWith(type.getName() + "$"));
    }

    /** What the signatures of these types lead to: whoever calls them needs it, named or not. */
    private static Set<JavaClass> reachable(Set<JavaClass> types) {
        var seen = new HashSet<JavaClass>();
        var next = new ArrayDeque<>(types);
        while (!next.isEmpty()) {
            var type = next.pop();
            if (seen.add(type)) {
                Stream.concat(Stream.of(type), nested(type))
                        .flatMap(one -> one.getCodeUnits().stream())
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(unit -> unit.getAllInvolvedRawTypes().stream())
                        .filter(one -> one.getPackageName().equals(type.getPackageName()))
                        .map(one -> PATCHBAY.get(one.getName().replaceAll("\\$.*", "")))
                        .forEach(next::push);
            }
        }
        return seen;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static class Sizes extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> tooLong;

        Sizes(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
            this.unit = unit;
            this.positions = positions;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            note(type, "class " + type.getSimpleName(), LINES_OF_A_CLASS);
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            note(method, "method " + method.getName(), LINES_OF_A_METHOD);
            return super.visitMethod(method, nothing);
        }

        private void note(Tree tree, String name, int most) {
            var from = positions.getStartPosition(unit, tree);
            var to = positions.getEndPosition(unit, tree);
            if (from >= 0 && to >= 0) {
                var lines =
                        unit.getLineMap().getLineNumber(to) - unit.getLineMap().getLineNumber(from) + 1;
                if (lines > most) {
                    tooLong.add("%s in %s: %d lines"
                            .formatted(name, unit.getSourceFile().getName(), lines));
                }
            }
        }
    }
}
