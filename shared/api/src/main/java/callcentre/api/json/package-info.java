/** One configuration of JSON for requests and answers. */
@org.jspecify.annotations.NullMarked
package callcentre.api.json;
