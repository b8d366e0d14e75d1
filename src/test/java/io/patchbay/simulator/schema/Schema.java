package io.patchbay.simulator.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a type of Graph may consist of: names and types of its properties, those that are required, and rules between them.
 * Built once; what it finds is the text of Graph's 400, empty where nothing is wrong.
 */
final class Schema {
    private static final String TYPE = "@odata.type";
    private static final String PREFIX = "#microsoft.graph.";
    private static final Pattern GUID = Pattern.compile("\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}?");
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    private final String name;
    private final Map<String, Function<JsonNode, String>> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private Function<JsonNode, String> rule = object -> "";
    private boolean typed;

    private Schema(String name) {
        this.name = name;
        properties.put(
                TYPE,
                value -> value.asString("").equals(PREFIX + name)
                        ? ""
                        : "The value '" + value.asString("") + "' is not the type 'microsoft.graph." + name + "'.");
    }

    static Schema of(String name) {
        return new Schema(name);
    }

    /** Its {@code @odata.type} has to be said. */
    Schema typed() {
        typed = true;
        return this;
    }

    Schema property(String property, Function<JsonNode, String> check) {
        properties.put(property, value -> {
            String problem = value.isNull() ? "" : check.apply(value);
            return problem.isEmpty() ? "" : "The property '" + property + "' is not valid: " + problem;
        });
        return this;
    }

    Schema text(String property, int most) {
        return property(
                property,
                value -> !value.isString()
                        ? "a string is expected."
                        : value.asString("").length() > most
                                ? "it must not be longer than " + most + " characters."
                                : "");
    }

    Schema flag(String property) {
        return property(property, value -> value.isBoolean() ? "" : "a Boolean is expected.");
    }

    Schema number(String property, long least, long most) {
        return property(
                property,
                value -> value.isIntegralNumber()
                                && value.canConvertToLong()
                                && value.asLong(0) >= least
                                && value.asLong(0) <= most
                        ? ""
                        : "an integer from " + least + " to " + most + " is expected.");
    }

    Schema choice(String property, String... values) {
        return property(
                property,
                value -> Set.of(values).contains(value.asString(""))
                        ? ""
                        : "Requested value '" + value.asString("") + "' was not found.");
    }

    /** Some of the values, with commas between them. */
    Schema choices(String property, String... values) {
        return property(
                property,
                value -> Set.of(values).containsAll(List.of(value.asString("").split(",")))
                        ? ""
                        : "Requested value '" + value.asString("") + "' was not found.");
    }

    Schema guid(String property) {
        return property(property, value -> GUID.matcher(value.asString("")).matches() ? "" : "a GUID is expected.");
    }

    Schema base64(String property) {
        return property(
                property,
                value -> value.isString() && BASE64.matcher(value.asString("")).matches()
                        ? ""
                        : "a Base64 encoded string is expected.");
    }

    Schema object(String property, Schema schema) {
        return property(property, schema::problem);
    }

    /** A list of objects, each of which a check is given. */
    Schema list(String property, Function<JsonNode, String> each) {
        return property(property, value -> {
            if (!value.isArray()) {
                return "an array is expected.";
            }
            for (JsonNode item : value) {
                String problem = each.apply(item);
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
            return "";
        });
    }

    Schema required(String... names) {
        required.addAll(List.of(names));
        return this;
    }

    /** A rule about the whole object, looked at when all its properties are right. */
    Schema rule(Function<JsonNode, String> check) {
        rule = check;
        return this;
    }

    /** The same type without some of its properties, as an older version of Graph has it. */
    Schema without(String... names) {
        Schema less = new Schema(name);
        less.properties.putAll(properties);
        List.of(names).forEach(less.properties::remove);
        less.required.addAll(required);
        less.rule = rule;
        less.typed = typed;
        return less;
    }

    /** What is wrong with an object. */
    String problem(JsonNode object) {
        String problem = problemOfChange(object);
        if (!problem.isEmpty()) {
            return problem;
        }
        for (String property : required) {
            JsonNode value = object.path(property);
            if (value.isMissingNode()
                    || value.isNull()
                    || value.isString() && value.asString("").isBlank()) {
                return "The " + property + " property is required.";
            }
        }
        return rule.apply(object);
    }

    /** What is wrong with an object that names only what changes. */
    String problemOfChange(JsonNode object) {
        if (!object.isObject()) {
            return "An object of type 'microsoft.graph." + name + "' is expected.";
        }
        if (typed && !object.has(TYPE)) {
            return "The property '@odata.type' of type 'microsoft.graph." + name + "' is missing.";
        }
        for (var entry : object.properties()) {
            Function<JsonNode, String> check = properties.get(entry.getKey());
            if (check == null) {
                return "The property '" + entry.getKey() + "' does not exist on type 'microsoft.graph." + name
                        + "'. Make sure to only use property names that are defined by the type.";
            }
            String problem = check.apply(entry.getValue());
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    /** The check of an object that may be of several types and says which. */
    static Function<JsonNode, String> oneOf(Schema... schemas) {
        return object -> {
            String type = object.path(TYPE).asString("");
            for (Schema schema : schemas) {
                if (type.equals(PREFIX + schema.name)) {
                    return schema.problem(object);
                }
            }
            return "The type '" + type + "' is not known here.";
        };
    }
}
