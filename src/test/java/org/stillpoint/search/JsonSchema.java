package org.stillpoint.search;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A JSON schema with the keywords that the project's own schema uses; any other keyword is an error.
 *
 * @param root where references begin
 * @param schema the schema itself
 */
record JsonSchema(JsonNode root, JsonNode schema) {

    private static final Set<String> ANNOTATIONS = Set.of("$schema", "$defs", "title", "description");
    private static final String REFERENCE = "#/$defs/";

    JsonSchema(JsonNode schema) {
        this(schema, schema);
    }

    boolean accepts(JsonNode value) {
        return schema.properties().stream().allMatch(keyword -> ANNOTATIONS.contains(keyword.getKey())
                || accepts(keyword.getKey(), keyword.getValue(), value));
    }

    private boolean accepts(String keyword, JsonNode says, JsonNode value) {
        return switch (keyword) {
            case "$ref" -> part(referred(says.stringValue())).accepts(value);
            case "anyOf" -> says.valueStream().anyMatch(each -> part(each).accepts(value));
            case "oneOf" -> says.valueStream().filter(each -> part(each).accepts(value)).count() == 1;
            case "enum" -> says.valueStream().anyMatch(value::equals);
            case "const" -> says.equals(value);
            case "type" -> isOf(says.stringValue(), value);
            case "properties" -> says.properties().stream().allMatch(each -> !value.has(each.getKey())
                    || part(each.getValue()).accepts(value.get(each.getKey())));
            case "required" -> says.valueStream().allMatch(key -> !value.isObject() || value.has(key.stringValue()));
            case "additionalProperties" -> says.booleanValue() || !value.isObject() || schema.get("properties").propertyNames()
                    .containsAll(value.propertyNames());
            case "items" -> !value.isArray() || value.valueStream().allMatch(part(says)::accepts);
            case "minItems" -> !value.isArray() || value.size() >= says.intValue();
            case "maxItems" -> !value.isArray() || value.size() <= says.intValue();
            case "uniqueItems" -> !value.isArray() || new HashSet<>(value.valueStream().toList()).size() == value.size();
            case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(says.decimalValue()) >= 0;
            case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(says.decimalValue()) <= 0;
            case "minLength" -> !value.isString() || value.stringValue().length() >= says.intValue();
            case "maxLength" -> !value.isString() || value.stringValue().length() <= says.intValue();
            case "pattern" -> !value.isString() || Pattern.compile(says.stringValue()).matcher(value.stringValue()).find();
            default -> throw new IllegalArgumentException("the keyword " + keyword + ", expected one that is known here");
        };
    }

    JsonNode referred(String reference) {
        return root.get("$defs").get(reference.substring(REFERENCE.length()));
    }

    private JsonSchema part(JsonNode other) {
        return new JsonSchema(root, other);
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && value.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
            default -> throw new IllegalArgumentException("the type " + type + ", expected one that is known here");
        };
    }
}
