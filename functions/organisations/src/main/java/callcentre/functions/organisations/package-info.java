@org.jspecify.annotations.NullMarked
package callcentre.functions.organisations;
