/**
 * DynamoDB: the names and keys of the tables, one repository per table, cursors. Every key and
 * index is explained in {@code docs/tables.md}.
 */
@org.jspecify.annotations.NullMarked
package callcentre.storage;
